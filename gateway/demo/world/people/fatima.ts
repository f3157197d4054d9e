import { vakcollegeDelta } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwolle } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { fatima: me, motherOfFatima: mother, joris, karim } = cast

/** Fatima, 18 today: her mother's authority ended at midnight; what they granted together last month stands. */
export function fatima(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  return tell(me, dates, {
    birthDate: dates.born(18, 0),
    level: 'HAVO',
    municipality: zwolle,
    season: dates.season,
    createdAt: at(104, '11:30'),
    guardians: [mother],
    steps: [
      ['IN_CONSULTATION', at(80, '12:40'), me],
      ['READY', at(41, '17:15'), me],
      ['APPROVED', at(40, '18:30'), mother],
      ['SHARED', at(31, '20:15'), mother],
    ],
    approvals: [
      [me, at(41, '17:15')],
      [mother, at(40, '18:30')],
    ],
    numberStatement: [me, at(41, '17:20')],
    applications: {
      'vakcollege-delta': {
        institution: vakcollegeDelta.brin,
        programme: programmes.itExpert,
        messages: [['APPLIED', at(52, '20:05')]],
        preparation: {
          summary: [
            [
              me,
              at(39, '19:00'),
              'Ik ben Fatima. Ik stop met de havo en dat is een keuze, geen mislukking. Ik wil leren wat ik ’s avonds toch al doe: computers veilig maken.',
            ],
            [
              me,
              at(39, '19:12'),
              'Voor de buurtvereniging bouwde ik een website. Daarna vond ik zelf drie lekken en die heb ik gedicht.',
            ],
            [
              joris,
              at(37, '14:20'),
              'Fatima bereidt alles goed voor en zegt eerlijk wat ze vindt. In het debatteam is ze de beste spreker van de school.',
            ],
          ],
          questions: [
            [me, at(36, '21:00'), 'Kan ik vakken van de havo meenemen, zodat ik sneller klaar ben?'],
            [me, at(36, '21:03'), 'Zijn er studenten die meedoen aan hackwedstrijden?'],
          ],
          support: [
            [
              me,
              at(35, '20:10'),
              'Bij een aanval van migraine moet ik naar een donkere kamer. Na een paar uur kan ik vaak weer verder.',
            ],
          ],
          agreements: [[me, at(34, '18:40'), 'Ik stuur voor het gesprek een link naar mijn website.']],
        },
      },
    },
    consents: {
      kennismaking: {
        institution: vakcollegeDelta.brin,
        groups: ['IDENTITY', 'CAREER_SUMMARY'],
        purpose: 'INTAKE_TALK',
        approvals: [
          [me, at(32, '17:05')],
          [mother, at(31, '20:15')],
        ],
        request: 'kennismaking',
      },
    },
    requests: {
      kennismaking: {
        institution: vakcollegeDelta.brin,
        groups: ['IDENTITY', 'CAREER_SUMMARY'],
        purpose: 'INTAKE_TALK',
        message:
          'Leuk dat je je hebt aangemeld! Wil je jouw paspoort en cv met ons delen? Dan bereiden wij het gesprek goed voor.',
        askedBy: karim,
        askedAt: at(38, '09:20'),
        outcome: 'ANSWERED',
        answeredAt: at(32, '17:05'),
      },
    },

    name: { initials: 'F.', surnamePrefix: null, surname: 'El Amrani', callName: 'Fatima', gender: 'FEMALE' },
    personalNumber: { kind: 'BSN', number: '999990020' },
    contact: {
      email: 'fatima.ea@post.example',
      phone: '06 00 00 10 03',
      address: { street: 'Werkerlaantje', houseNumber: '88', postcode: '8043 XC', city: 'Zwolle' },
    },
    needs: {
      migraine: {
        area: 'ENERGY_ILLNESS',
        level: 'MEDIUM',
        accommodations: ['QUIET_ROOM', 'BREAKS', 'ADAPTED_TIMETABLE'],
      },
      licht: { area: 'VISION', level: 'LIGHT', accommodations: ['OTHER', 'LARGER_PRINT'] },
    },
    strengths: ['Ik plan ver vooruit', 'Ik spreek makkelijk voor een groep', 'Ik zoek door tot ik het weet'],
    currentSupport: ['Ik mag zonder uitleg naar de stilteruimte', 'Een gemiste toets haal ik binnen een week in'],
    howToDiscuss: 'MYSELF',
    conditions: {
      migraine: {
        name: 'Migraine',
        explanation: 'Ongeveer twee keer per maand heb ik een aanval. Fel licht en te weinig slaap maken het erger.',
        statement: {
          title: 'Brief van de huisarts',
          issuedBy: 'Huisartsenpraktijk Aan de Wetering',
          issuedOn: ago(270),
        },
        ownView: 'Ik weet zelf wat ik nodig heb. Vraag het mij, dan hoef je niet te gokken.',
      },
    },
    studyAdvice: {
      overstap: {
        text: 'De overstap naar het mbo is voor Fatima een goede keuze. Ze leert het meest als ze iets kan maken. Op niveau 4 zal ze snel willen; denk met haar mee over verkorten en daarna het hbo.',
        author: joris,
        version: 2,
        acceptedVersion: 2,
        ownView: 'In de eerste versie stond dat ik de havo niet aankon. Dat was niet waar en het is nu goed aangepast.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Fatima en ik word bijna 18. Ik houd van orde in een systeem en van een goed gesprek aan tafel. Ik klim twee keer per week, want bij boulderen moet je eerst denken en dan pas bewegen.',
      strengths: ['analyseren', 'presenteren', 'organiseren'],
      drives: ['mensen beschermen tegen oplichting', 'zelf beslissen', 'steeds beter worden'],
      topExperiences: ['website', 'debat'],
      jobInterest: 'Ik wil beveiliger van computersystemen worden, liefst bij een ziekenhuis of een gemeente.',
      chosenProgrammes: ['Expert IT systems and devices, Vakcollege Delta'],
      questionForIntaker: 'Hoe groot is de klas, en hoeveel werk je in echte opdrachten voor bedrijven?',
    },
    reflections: {
      QUALITIES: [4, 'Ik kan een groot probleem in kleine stukken hakken. In het debatteam maak ik altijd de opbouw.'],
      MOTIVES: [
        4,
        'Mijn oma werd bijna opgelicht via de telefoon. Toen wist ik: ik wil dat dit minder makkelijk wordt.',
      ],
      WORK_EXPLORATION: [
        3,
        'Ik sprak een ethisch hacker op een beursvloer. Zij schrijft vooral rapporten. Dat vond ik juist leuk.',
      ],
      CAREER_DIRECTION: [
        4,
        'Ik heb een lijst gemaakt met voor en tegen van de havo afmaken. Het mbo won met zeven punten.',
      ],
      NETWORKING: [3, 'Via LinkedIn heb ik twee oud-leerlingen gevonden die IT doen. Een van hen belde meteen terug.'],
    },
    experiences: {
      website: {
        title: 'Website voor de buurtvereniging',
        kind: 'PROJECT',
        from: ago(400),
        to: ago(260),
        place: 'Buurtvereniging Stadshagen',
        learned: 'Vragen wat mensen nodig hebben voor je begint met bouwen. En altijd een reservekopie maken.',
        competencies: ['QUALITIES', 'WORK_EXPLORATION'],
      },
      debat: {
        title: 'Debatteam van de school',
        kind: 'PROJECT',
        from: ago(760),
        to: ago(70),
        place: 'Vechtdal College',
        learned: 'Ook het standpunt verdedigen waar ik het niet mee eens ben.',
        competencies: ['QUALITIES', 'CAREER_DIRECTION'],
      },
      helpdesk: {
        title: 'Digitale hulp voor ouderen',
        kind: 'VOLUNTEERING',
        from: ago(300),
        to: null,
        place: 'Bibliotheek Zwolle',
        learned: 'Langzaam praten en niet de muis overnemen.',
        competencies: ['MOTIVES', 'NETWORKING'],
      },
    },
    talks: {
      stoppen: {
        date: schoolDay(160),
        with: joris.name,
        summary: 'Ik wilde stoppen met de havo. We hebben eerst gekeken wat ik wél leuk vind.',
        nextStep: 'Drie opleidingen vergelijken.',
      },
      besluit: {
        date: schoolDay(90),
        with: `${joris.name} en mijn moeder`,
        summary: 'Mijn moeder was bang dat ik spijt krijg. Mijn plan heeft haar overtuigd.',
        nextStep: 'Aanmelden bij Vakcollege Delta.',
      },
    },
    plusDocument: {
      boulderen: {
        category: 'SPORT',
        title: 'Boulderen',
        description: 'Ik klim sinds mijn veertiende. Ik help op zondag de kinderen van de beginnersgroep.',
        year: yearOf(45),
      },
      capture: {
        category: 'TECHNOLOGY',
        title: 'Derde plaats bij een hackwedstrijd voor scholieren',
        description: 'Met twee vriendinnen losten we in zes uur elf van de vijftien puzzels op.',
        year: yearOf(210),
      },
      talen: {
        category: 'LANGUAGE',
        title: 'Cambridge Engels B2',
        description: 'Ik heb het examen gehaald met een ruime voldoende.',
        year: yearOf(420),
      },
    },
  })
}
