import { rocVoorbeeld } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { kampen } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { daan: me, motherOfDaan: mother, fatherOfDaan: father, joris, marieke } = cast

/** Daan, 17, two guardians: his mother approved, his father stopped it again. Nothing is shared any more. */
export function daan(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  return tell(me, dates, {
    birthDate: dates.born(17, 200),
    level: 'VMBO_GL',
    municipality: kampen,
    season: dates.season,
    createdAt: at(92, '13:45'),
    guardians: [mother, father],
    steps: [
      ['IN_CONSULTATION', at(70, '10:55'), me],
      ['READY', at(44, '16:20'), me],
      ['APPROVED', at(43, '19:05'), mother],
      ['SHARED', at(29, '18:50'), mother],
      ['APPROVED', at(9, '22:15'), father],
    ],
    approvals: [
      [me, at(44, '16:20')],
      [mother, at(43, '19:05')],
    ],
    numberStatement: [mother, at(43, '19:10')],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.patissier,
        messages: [['APPLIED', at(55, '12:30')]],
        preparation: {
          summary: [
            [
              me,
              at(40, '15:00'),
              'Ik ben Daan en ik bak alles zonder gluten. Niet omdat het hip is, maar omdat ik er ziek van word. En het moet lekkerder zijn dan gewoon.',
            ],
            [
              me,
              at(40, '15:07'),
              'Op de streekmarkt verkocht ik 240 koekjes in drie uur. Ik heb elk recept wel twintig keer geprobeerd.',
            ],
            [
              joris,
              at(39, '09:30'),
              'Daan werkt nauwkeurig en proeft alles. Hij schrijft elke proef op in een schrift vol vlekken.',
            ],
          ],
          questions: [
            [me, at(38, '15:45'), 'Kan ik op school veilig proeven en werken, met een eigen werkbank voor glutenvrij?'],
            [marieke, at(20, '11:40'), 'Welk gebak zou je voor ons maken om te laten zien wat je kunt?'],
          ],
          support: [
            [
              me,
              at(37, '16:05'),
              'Ik woon de ene week in Kampen en de andere week in Zwolle. Een rooster dat niet steeds verandert helpt mij het meest.',
            ],
          ],
          agreements: [
            [me, at(19, '18:20'), 'Ik neem twee soorten koekjes mee en mijn receptenschrift.'],
            [marieke, at(18, '09:10'), 'Wij vragen de praktijkdocent om bij het gesprek te komen.'],
          ],
        },
      },
    },
    consents: {
      kennismaking: {
        institution: rocVoorbeeld.brin,
        groups: ['IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'PLUS_DOCUMENT', 'INTAKE_PREPARATION'],
        purpose: 'INTAKE_TALK',
        approvals: [
          [me, at(30, '16:40')],
          [mother, at(29, '18:50')],
        ],
        stopped: [father, at(9, '22:15')],
      },
    },

    name: { initials: 'D.P.', surnamePrefix: null, surname: 'Visser', callName: 'Daan', gender: 'MALE' },
    personalNumber: { kind: 'BSN', number: '999990032' },
    contact: {
      email: 'daan@glutenvrijbakken.example',
      phone: '06 00 00 10 04',
      address: { street: 'Botermarktsteeg', houseNumber: '21', postcode: '8261 XD', city: 'Kampen' },
    },
    needs: {
      planning: { area: 'PLANNING', level: 'MEDIUM', accommodations: ['PLANNING_HELP', 'FIXED_COACH'] },
      eten: { area: 'OTHER', level: 'LIGHT', accommodations: ['OTHER'] },
    },
    strengths: ['Ik werk heel precies', 'Ik kan goed proeven', 'Ik probeer het gewoon nog een keer'],
    currentSupport: [
      'Elke maandag plan ik mijn week met Joris',
      'Ik heb op school een kluisje voor spullen van twee huizen',
    ],
    howToDiscuss: 'TOGETHER_WITH_MENTOR',
    conditions: {
      coeliakie: {
        name: 'Coeliakie',
        explanation:
          'Ik mag geen gluten. Een kruimel is al te veel, dan ben ik twee dagen ziek. In een keuken moet ik dus opletten op meel in de lucht.',
        statement: {
          title: 'Verklaring van de kinderarts',
          issuedBy: 'Polikliniek kindergeneeskunde',
          issuedOn: ago(1500),
        },
        ownView:
          'Iedereen zegt dat ik dan geen bakker kan worden. Ik denk juist dat er te weinig bakkers zijn die dit snappen.',
      },
    },
    studyAdvice: {
      bakken: {
        text: 'Daan weet precies wat hij wil en heeft er ook het geduld voor. Bespreek voor de start hoe hij veilig kan werken. Vaste dagen en een duidelijk rooster geven hem rust.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: null,
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Daan, 17 jaar. Ik woon in twee huizen en heb dus ook twee ovens. Ik ben een beetje een perfectionist met deeg, maar verder maak ik graag grappen.',
      strengths: ['nauwkeurig', 'creatief met smaak', 'geduldig'],
      drives: ['iets maken waar iedereen van mee kan eten', 'met mijn handen werken', 'ooit een eigen zaak'],
      topExperiences: ['streekmarkt', 'banketbakker'],
      jobInterest: 'Ik wil een eigen banketbakkerij die helemaal glutenvrij is.',
      chosenProgrammes: ['Patissier, ROC Voorbeeld'],
      questionForIntaker: 'Zijn er stagebedrijven die glutenvrij werken?',
    },
    reflections: {
      QUALITIES: [
        3,
        'Ik kan lang aan een ding werken. Bij andere vakken lukt dat minder, bij bakken gaat het vanzelf.',
      ],
      MOTIVES: [
        4,
        'Op feestjes kreeg ik vroeger altijd een rijstwafel. Ik wil dat kinderen zoals ik gewoon taart krijgen.',
      ],
      WORK_EXPLORATION: [3, 'Bij de banketbakker begon ik om half vijf. De rest van de dag was ik moe, maar wel blij.'],
      CAREER_DIRECTION: [3, 'Ik heb ook gekeken naar kok. In een restaurant werk je ’s avonds en dat wil ik niet.'],
      NETWORKING: [2, 'Op de streekmarkt vroeg een lunchroom of ik vaker wil leveren. Ik heb hun kaartje nog.'],
    },
    experiences: {
      streekmarkt: {
        title: 'Eigen kraam op een markt',
        kind: 'PROJECT',
        from: ago(340),
        to: ago(338),
        place: 'Kampen',
        learned: 'Uitrekenen wat een koekje kost. Ik was de doosjes vergeten.',
        competencies: ['MOTIVES', 'NETWORKING'],
      },
      banketbakker: {
        title: 'Stage bij een banketbakker',
        kind: 'INTERNSHIP',
        from: schoolDay(230),
        to: schoolDay(218),
        place: 'Banketbakkerij Kroon, Kampen',
        learned: 'Snel werken zonder slordig te worden. En chocola luistert naar niemand.',
        competencies: ['WORK_EXPLORATION', 'QUALITIES'],
      },
      opendag: {
        title: 'Open dag van de bakkersopleiding',
        kind: 'OPEN_DAY',
        from: ago(100),
        to: null,
        place: 'ROC Voorbeeld',
        learned: 'Er is een aparte ruimte voor proeven. Dat stelde mij gerust.',
        competencies: ['CAREER_DIRECTION'],
      },
    },
    talks: {
      vak: {
        date: schoolDay(130),
        with: joris.name,
        summary: 'We hebben gepraat over werken met coeliakie. Ik heb zelf een lijst gemaakt van wat er nodig is.',
        nextStep: 'De lijst laten lezen aan mijn ouders.',
      },
      huizen: {
        date: schoolDay(71),
        with: joris.name,
        summary: 'Mijn ouders denken verschillend over wat er in het dossier mag. Ik heb gezegd wat ik zelf wil.',
        nextStep: 'Samen om tafel met mijn vader en mijn moeder.',
      },
    },
    plusDocument: {
      blog: {
        category: 'ART_AND_MUSIC',
        title: 'Filmpjes over glutenvrij bakken',
        description:
          'Ik maak elke twee weken een filmpje van een minuut. De meeste kijkers zijn ouders van jonge kinderen.',
        year: yearOf(120),
      },
      scouting: {
        category: 'NATURE',
        title: 'Kookploeg bij scouting',
        description: 'Op kamp kook ik met drie anderen voor zestig mensen op houtvuur.',
        year: yearOf(150),
      },
    },
  })
}
