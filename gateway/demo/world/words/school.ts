import type { CareerCompetence } from '@doorstroomhub/career-portfolio/entities.ts'

/** What generated students say about each competence, with the level they give themselves. */
export const reflections: Record<CareerCompetence, readonly (readonly [level: number, text: string])[]> = {
  QUALITIES: [
    [2, 'Ik ben goed in dingen afmaken. Vroeger stopte ik halverwege, nu niet meer.'],
    [3, 'Anderen zeggen dat ik rustig blijf. Dat wist ik zelf nog niet.'],
    [3, 'Op mijn stage kreeg ik een compliment over hoe ik met mensen praat.'],
    [2, 'Ik leer snel als ik het eerst mag zien.'],
  ],
  MOTIVES: [
    [3, 'Ik vind het belangrijk dat ik aan het eind van de dag moe ben van iets nuttigs.'],
    [2, 'Geld is fijn, maar leuke collega’s zijn belangrijker.'],
    [3, 'Ik wil werk waar ik kan blijven leren.'],
    [4, 'Ik wil iets doen waar mijn kleine zusje trots op is.'],
  ],
  WORK_EXPLORATION: [
    [2, 'Ik dacht dat dit werk saai was. Na een dag meelopen denk ik daar anders over.'],
    [3, 'Ik heb drie mensen gevraagd naar hun gewone dag. Die dagen leken helemaal niet op elkaar.'],
    [2, 'Op de open dag zag ik hoe groot de praktijklokalen zijn.'],
    [3, 'Van mijn stage weet ik nu ook wat ik níet wil.'],
  ],
  CAREER_DIRECTION: [
    [2, 'Ik twijfel nog tussen twee opleidingen. Voor de zomer kies ik.'],
    [3, 'Mijn keuze is niet veranderd, maar ik weet nu beter waarom.'],
    [2, 'Ik heb een lijst met voor en tegen gemaakt. De lijst met voor was langer.'],
    [3, 'Eerst dit diploma, daarna zie ik of ik doorleer.'],
  ],
  NETWORKING: [
    [2, 'Mijn buurman werkt in dit vak. Ik mocht hem alles vragen.'],
    [1, 'Bellen vind ik eng. Ik oefen het met mijn mentor.'],
    [3, 'Ik heb zelf mijn stage geregeld met een mail en een bezoek.'],
    [2, 'Mijn oude juf kent veel mensen. Zij helpt mij zoeken.'],
  ],
}

export const talks: readonly (readonly [summary: string, nextStep: string | null])[] = [
  ['We hebben gekeken wat ik leuk vind en waar ik energie van krijg.', 'Twee open dagen bezoeken.'],
  ['Ik heb verteld hoe mijn stage ging. Het was leerzaam en ook vermoeiend.', 'Een verslag maken met foto’s.'],
  ['We hebben mijn keuze besproken met thuis erbij.', 'Aanmelden.'],
  ['Ik wist nog niet wat ik wilde. Dat mag, zei mijn mentor.', 'Een beroepentest invullen en erover praten.'],
  ['We hebben het overstapdossier samen doorgelezen.', null],
]

/** A mentor's advice; the name of the student goes where the brackets are. */
export const advice: readonly string[] = [
  '{} heeft een goede keuze gemaakt en weet waarom. Een opleiding met veel praktijk past het best.',
  '{} werkt hard en vraagt op tijd om hulp. Bespreek samen hoe de eerste weken eruitzien.',
  '{} groeit in een kleine groep. Een vaste begeleider in het eerste jaar is een goed idee.',
  '{} kan dit niveau goed aan. Let op een rustige start, dan gaat het daarna snel.',
]
export const ownViews: readonly string[] = [
  'Hier ben ik het mee eens.',
  'Ik vind dat het goed is opgeschreven.',
  'Het klopt, maar ik ben ook gewoon gezellig. Dat staat er niet bij.',
]

export const questions: readonly string[] = [
  'Hoe ziet een gewone week eruit?',
  'Hoeveel uur stage is er in het eerste jaar?',
  'Mag ik zelf een stageplek zoeken?',
  'Hoe groot is de klas?',
  'Wat gebeurt er als ik een vak moeilijk vind?',
  'Kan ik na deze opleiding doorleren?',
  'Wat moet ik zelf kopen?',
]
export const intakerQuestions: readonly string[] = [
  'Waar ben je trots op en wil je ons graag laten zien?',
  'Wat heb je nodig om je bij ons snel thuis te voelen?',
  'Wat lijkt je het leukste aan deze opleiding, en wat het lastigste?',
]
export const agreed: readonly string[] = [
  'Ik neem iets mee dat ik zelf gemaakt heb.',
  'Mijn mentor belt na het gesprek hoe het ging.',
  'Ik kom een dagdeel meelopen voor het gesprek.',
]
export const asked: readonly string[] = [
  'Wil je dit met ons delen? Dan bereiden wij het gesprek goed voor. Het hoeft niet.',
  'Wij zijn benieuwd naar jou. Wil je jouw paspoort en cv laten zien?',
]
export const discussed = ['MYSELF', 'MYSELF', 'TOGETHER_WITH_MENTOR', 'MENTOR_FOR_ME', 'PREFER_NOT'] as const
