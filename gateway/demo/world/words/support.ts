import type { Accommodation, SupportArea } from '@doorstroomhub/support-needs/entities.ts'

/** One way in which a generated student may need support, with the words that belong to it. */
export interface SupportWords {
  area: SupportArea
  accommodations: readonly Accommodation[]
  current: readonly string[]
  /** What the student writes about it in the intake preparation. */
  said: readonly string[]
  condition: { name: string; explanation: string; title: string; issuedBy: string } | null
}

/** Ways to need support; who needs none is found in `generate`. */
export const supportWords: readonly SupportWords[] = [
  {
    area: 'READING_SPELLING',
    accommodations: ['EXTRA_TIME', 'READ_ALOUD_SOFTWARE', 'LAPTOP'],
    current: ['Voorleessoftware op mijn laptop', 'Spelling telt niet mee bij toetsen'],
    said: ['Lange teksten kosten mij tijd. Met voorlezen gaat het goed.', 'Ik schrijf liever op een laptop.'],
    condition: {
      name: 'Dyslexie',
      explanation: 'Ik lees langzaam en ik maak spelfouten, ook als ik oplet.',
      title: 'Dyslexieverklaring',
      issuedBy: 'Praktijk voor leerzorg',
    },
  },
  {
    area: 'NUMERACY',
    accommodations: ['EXTRA_TIME', 'SMALL_GROUP'],
    current: ['Een formulekaart bij rekenen', 'Bijles rekenen op donderdag'],
    said: ['Rekenen lukt als ik het voor me zie. Uit het hoofd lukt niet.'],
    condition: {
      name: 'Dyscalculie',
      explanation: 'Getallen blijven bij mij niet hangen. Klokkijken en afstanden schatten is lastig.',
      title: 'Dyscalculieverklaring',
      issuedBy: 'Praktijk voor leerzorg',
    },
  },
  {
    area: 'CONCENTRATION',
    accommodations: ['QUIET_ROOM', 'BREAKS', 'SMALL_GROUP'],
    current: ['Een plek vooraan', 'Na een half uur even lopen'],
    said: [
      'Ik kan goed opletten als er niet te veel tegelijk gebeurt.',
      'Een korte pauze helpt mij meer dan een lange.',
    ],
    condition: {
      name: 'ADHD',
      explanation: 'Mijn hoofd springt snel naar iets anders. Als ik iets leuk vind, vergeet ik juist de tijd.',
      title: 'Verslag van onderzoek',
      issuedBy: 'Jeugdpraktijk',
    },
  },
  {
    area: 'PLANNING',
    accommodations: ['PLANNING_HELP', 'FIXED_COACH'],
    current: ['Elke maandag plan ik met mijn mentor'],
    said: ['Groot huiswerk moet ik in stukken knippen. Daar heb ik soms hulp bij nodig.'],
    condition: null,
  },
  {
    area: 'FEAR_OF_FAILURE',
    accommodations: ['TALK_BEFORE_TEST', 'EXTRA_TIME'],
    current: ['Een training tegen faalangst gevolgd', 'Even praten voor een toets'],
    said: ['Voor een toets word ik zenuwachtig. Als ik weet hoe het gaat, wordt het minder.'],
    condition: null,
  },
  {
    area: 'SOCIAL',
    accommodations: ['FIXED_COACH', 'QUIET_ROOM', 'SMALL_GROUP'],
    current: ['In de pauze mag ik naar de mediatheek', 'Een vaste begeleider'],
    said: ['Een nieuwe groep vind ik spannend. Met één bekend gezicht gaat het beter.'],
    condition: {
      name: 'Autisme',
      explanation: 'Veel geluid en veel mensen maken mij moe. Duidelijke afspraken geven mij rust.',
      title: 'Verslag van onderzoek',
      issuedBy: 'Jeugdpraktijk',
    },
  },
  {
    area: 'ENERGY_ILLNESS',
    accommodations: ['BREAKS', 'ADAPTED_TIMETABLE'],
    current: ['Een aangepast rooster', 'Ik haal gemist werk later in'],
    said: ['Soms ben ik er een dag niet. Ik meld dat altijd zelf.'],
    condition: {
      name: 'Diabetes type 1',
      explanation: 'Ik meet mijn suiker en ik moet soms iets eten, ook onder de les.',
      title: 'Brief voor school',
      issuedBy: 'Polikliniek',
    },
  },
  {
    area: 'HEARING',
    accommodations: ['HEARING_EQUIPMENT', 'QUIET_ROOM'],
    current: ['De docent draagt een microfoon'],
    said: ['Ik hoor het best als ik je gezicht kan zien.'],
    condition: {
      name: 'Slechthorendheid',
      explanation: 'Ik draag twee gehoorapparaten. In een volle kantine versta ik weinig.',
      title: 'Hooronderzoek',
      issuedBy: 'Audiologisch centrum',
    },
  },
  {
    area: 'VISION',
    accommodations: ['LARGER_PRINT', 'LAPTOP'],
    current: ['Toetsen op groot papier'],
    said: ['Kleine letters maak ik zelf groter op mijn tablet.'],
    condition: null,
  },
  {
    area: 'MOBILITY',
    accommodations: ['WHEELCHAIR_ACCESS', 'ADAPTED_TIMETABLE'],
    current: ['Een pas voor de lift', 'Vijf minuten eerder uit de les'],
    said: ['Ik wil vooraf weten of er een lift is. De rest regel ik zelf.'],
    condition: null,
  },
  {
    area: 'DUTCH_AS_SECOND_LANGUAGE',
    accommodations: ['EXTRA_TIME', 'OTHER'],
    current: ['Een woordenboek bij toetsen', 'Extra les Nederlands'],
    said: ['Ik begrijp alles als je niet te snel praat.', 'Nieuwe vakwoorden leer ik graag van tevoren.'],
    condition: null,
  },
  {
    area: 'HOME_SITUATION',
    accommodations: ['FIXED_COACH', 'ADAPTED_TIMETABLE'],
    current: ['Huiswerk maken op school'],
    said: ['Ik help thuis veel mee. Als het druk is, laat ik het weten.'],
    condition: null,
  },
  {
    area: 'BEHAVIOUR',
    accommodations: ['FIXED_COACH', 'BREAKS'],
    current: ['Een time-outkaart'],
    said: ['Als ik boos word, loop ik even weg en kom ik terug. Dat is afgesproken.'],
    condition: null,
  },
]
