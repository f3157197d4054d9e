import { ageOn } from '@doorstroomhub/kit/calendar.ts'
import { vakcollegeDelta } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwartewaterland } from '../region.ts'
import { tell } from '../tell.ts'
import type { Person, WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { mees: me, fatherOfMees: father, joris } = cast

/** Mees, born on a 29 February: applied on 1 April at 23:59, in the last minute that counts. */
export function mees(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  const applied = dates.spring.daysSince + 1
  const wrote = Math.min(applied - 1, 18)
  const shared = Math.min(applied - 1, 15)
  const birthDate = dates.bornOnLeapDay()
  // He is 16 to 19 as the year will have it; whether his father had to agree follows from his age on that day.
  const agreed = (days: number, byMe: string, byFather: string): [Person, Date][] =>
    ageOn(birthDate, at(days, byFather)) < 18
      ? [
          [me, at(days, byMe)],
          [father, at(days, byFather)],
        ]
      : [[me, at(days, byMe)]]
  const approvals = agreed(applied + 9, '17:15', '18:40')
  const consent = agreed(shared, '15:30', '20:10')
  const [approver, approvedAt] = approvals.at(-1) as [Person, Date]
  const [sharer, sharedAt] = consent.at(-1) as [Person, Date]
  return tell(me, dates, {
    birthDate,
    level: 'VMBO_BB',
    municipality: zwartewaterland,
    season: dates.spring,
    createdAt: at(applied + 70, '08:50'),
    guardians: [father],
    steps: [
      ['IN_CONSULTATION', at(applied + 51, '12:10'), me],
      ['READY', at(applied + 9, '17:15'), me],
      ['APPROVED', approvedAt, approver],
      ['SHARED', sharedAt, sharer],
    ],
    approvals,
    numberStatement: [approver, approvedAt],
    applications: {
      'vakcollege-delta': {
        institution: vakcollegeDelta.brin,
        programme: programmes.fietstechnicus,
        messages: [['APPLIED', at(applied, '23:59')]],
        preparation: {
          summary: [
            [
              me,
              at(wrote, '14:00'),
              'Ik ben Mees. Ik was eerder klaar met mijn eerste fietsband plakken dan met leren lezen.',
            ],
            [me, at(wrote, '14:05'), 'In de schuur staan nu vijf fietsen van buren. Ze betalen met appeltaart.'],
            [
              joris,
              at(wrote, '15:20'),
              'Mees ziet wat er moet gebeuren en begint. Bij techniek helpt hij anderen zonder dat iemand het vraagt.',
            ],
          ],
          questions: [
            [me, at(wrote, '14:12'), 'Zoekt de school een werkplek voor mij, of doe ik dat zelf?'],
            [me, at(wrote, '14:13'), 'Leer je ook alles over elektrische fietsen?'],
          ],
          support: [
            [
              me,
              at(wrote, '14:20'),
              'Ik moet op vaste tijden kunnen eten en mijn suiker meten. Dat duurt twee minuten.',
            ],
          ],
          agreements: [[me, at(wrote, '14:25'), 'Ik bel zelf drie fietsenmakers voor een leerbaan.']],
        },
      },
    },
    consents: {
      kennismaking: {
        institution: vakcollegeDelta.brin,
        groups: ['IDENTITY'],
        purpose: 'INTAKE_TALK',
        approvals: consent,
      },
    },

    name: { initials: 'M.', surnamePrefix: null, surname: 'Jansen', callName: 'Mees', gender: 'MALE' },
    personalNumber: { kind: 'BSN', number: '999990068' },
    contact: {
      email: 'mees.j@post.example',
      phone: '06 00 00 10 08',
      address: { street: 'Kaai', houseNumber: '33', postcode: '8061 XH', city: 'Hasselt' },
    },
    needs: {
      suiker: { area: 'ENERGY_ILLNESS', level: 'LIGHT', accommodations: ['BREAKS', 'OTHER'] },
      rekenen: { area: 'NUMERACY', level: 'MEDIUM', accommodations: ['EXTRA_TIME', 'SMALL_GROUP'] },
    },
    strengths: ['Ik ben handig', 'Ik maak mensen aan het lachen', 'Ik begin gewoon'],
    currentSupport: [
      'Bij rekenen mag ik een formulekaart gebruiken',
      'Mijn mentor weet wat hij moet doen bij een hypo',
    ],
    howToDiscuss: 'MENTOR_FOR_ME',
    conditions: {
      diabetes: {
        name: 'Diabetes type 1',
        explanation:
          'Ik heb een sensor op mijn arm en een pomp. Als mijn suiker laag is, word ik sloom en een beetje chagrijnig. Dan moet ik iets eten.',
        statement: { title: 'Brief voor school', issuedBy: 'Diabetesteam kinderen en jongeren', issuedOn: ago(180) },
        ownView: 'Niet schrikken van de piepjes. Dat ben ik maar.',
      },
    },
    studyAdvice: {
      // Rewritten last week: Mees agreed to the first version and has not read this one yet.
      werken: {
        text: 'Leren en werken tegelijk past bij Mees. Begin met een werkplek waar één ervaren monteur hem begeleidt. Extra rekenen in het eerste half jaar geeft hem een goede start.',
        author: joris,
        version: 2,
        acceptedVersion: 1,
        ownView: 'Liever rekenen met echte fietsen dan uit een boek.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Mees en ik ben maar eens in de vier jaar echt jarig. Ik fiets elke dag achttien kilometer naar school en ken elke kuil in de weg.',
      strengths: ['handig', 'grappig', 'ik zie snel wat stuk is'],
      drives: ['iets maken wat weer rijdt', 'mensen blij maken', 'mijn eigen geld verdienen'],
      topExperiences: ['schuur', 'winkel'],
      jobInterest: 'Ik wil een eigen werkplaats met een koffiehoek.',
      chosenProgrammes: ['Fietstechnicus, Vakcollege Delta'],
      questionForIntaker: 'Hoeveel dagen werk je en hoeveel dagen zit je op school?',
    },
    reflections: {
      QUALITIES: [3, 'Ik hoor aan een ketting of hij goed loopt. Dat heb ik mezelf geleerd.'],
      MOTIVES: [3, 'Ik houd van fietsen omdat je vrij bent. Je hebt niemand nodig om ergens te komen.'],
      WORK_EXPLORATION: [3, 'In de winkel moet je ook verkopen. Eerst vond ik dat stom, nu kan ik het best goed.'],
      CAREER_DIRECTION: [2, 'Deze opleiding is niet om de hoek. Toch kies ik hem, want hier leer je het echt.'],
      NETWORKING: [2, 'Mijn vader kent de man van de fietsenwinkel, maar ik heb zelf gevraagd of ik mocht komen.'],
    },
    experiences: {
      schuur: {
        title: 'Fietsen maken voor de buurt',
        kind: 'JOB',
        from: ago(800),
        to: null,
        place: 'Onze schuur in Hasselt',
        learned: 'Eerst vragen wat iemand hoort of voelt. Dan weet je al half wat er stuk is.',
        competencies: ['QUALITIES', 'NETWORKING'],
      },
      winkel: {
        title: 'Stage in een fietsenwinkel',
        kind: 'INTERNSHIP',
        from: schoolDay(260),
        to: schoolDay(240),
        place: 'Tweewielers Ten Klooster',
        learned: 'Remmen afstellen en een bon schrijven die iedereen snapt.',
        competencies: ['WORK_EXPLORATION'],
      },
      meeloopdag: {
        title: 'Meeloopdag',
        kind: 'TRIAL_DAY',
        from: schoolDay(135),
        to: null,
        place: 'Vakcollege Delta',
        learned: 'In het lokaal staan twintig elektrische fietsen. Ik mocht er een uit elkaar halen.',
        competencies: ['CAREER_DIRECTION'],
      },
    },
    talks: {
      reis: {
        date: schoolDay(128),
        with: joris.name,
        summary: 'Joris vroeg of ik de reis wel volhoud. We hebben de treintijden opgezocht.',
        nextStep: 'Een keer de hele reis maken.',
      },
      rekenen: {
        date: schoolDay(101),
        with: joris.name,
        summary: 'Ik vind rekenen niet leuk. Met bedragen uit de winkel lukt het wel.',
        nextStep: 'Elke week een bon narekenen.',
      },
    },
    plusDocument: {
      wielrennen: {
        category: 'SPORT',
        title: 'Veldrijden',
        description: 'Ik rijd in de winter elke zondag een wedstrijd in de modder. Ik word nooit eerste en dat is oké.',
        year: yearOf(280),
      },
      kamp: {
        category: 'VOLUNTEERING',
        title: 'Begeleider op een diabeteskamp',
        description: 'Ik help kinderen van acht die net hun eerste pomp hebben.',
        year: yearOf(140),
      },
    },
  })
}
