import { rocVoorbeeld } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { dalfsen } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { tim: me, motherOfTim: mother, joris } = cast

/** Tim, 16, from praktijkonderwijs to entree: applied on 2 April, a day after the date that counts. */
export function tim(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  const applied = dates.spring.daysSince
  const wrote = Math.min(applied, 14)
  const shared = Math.min(applied, 12)
  return tell(me, dates, {
    birthDate: dates.born(16, 110),
    level: 'PRO',
    municipality: dalfsen,
    season: dates.spring,
    createdAt: at(applied + 80, '11:00'),
    guardians: [mother],
    steps: [
      ['IN_CONSULTATION', at(applied + 60, '09:40'), me],
      ['READY', at(applied + 20, '14:15'), me],
      ['APPROVED', at(applied + 18, '18:55'), mother],
      ['SHARED', at(shared, '19:25'), mother],
    ],
    approvals: [
      [me, at(applied + 20, '14:15')],
      [mother, at(applied + 18, '18:55')],
    ],
    numberStatement: [mother, at(applied + 18, '19:00')],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.groenEntree,
        messages: [['APPLIED', at(applied, '09:12')]],
        preparation: {
          summary: [
            [me, at(wrote, '13:10'), 'Ik ben Tim. Ik werk graag buiten, ook als het regent.'],
            [me, at(wrote, '13:14'), 'Op de boerderij mag ik de schapen alleen verzorgen. Dat gaat altijd goed.'],
            [
              joris,
              at(wrote, '13:40'),
              'Tim is er altijd op tijd. Hij ziet het als een dier ziek wordt, vaak eerder dan wij.',
            ],
          ],
          questions: [
            [me, at(wrote, '14:05'), 'Krijg ik een vaste begeleider?'],
            [me, at(wrote, '14:06'), 'Mag ik ook met de trekker?'],
          ],
          support: [
            [me, at(wrote, '14:20'), 'Laat het mij zien. Dan kan ik het. Van een lang verhaal onthoud ik te weinig.'],
          ],
          agreements: [[me, at(wrote, '14:30'), 'Mijn moeder gaat mee naar het gesprek.']],
        },
      },
    },
    consents: {
      kennismaking: {
        institution: rocVoorbeeld.brin,
        groups: ['IDENTITY'],
        purpose: 'INTAKE_TALK',
        approvals: [
          [me, at(shared, '15:40')],
          [mother, at(shared, '19:25')],
        ],
      },
    },

    name: { initials: 'T.H.', surnamePrefix: null, surname: 'Mulder', callName: 'Tim', gender: 'MALE' },
    personalNumber: { kind: 'BSN', number: '999990044' },
    contact: {
      email: 'tim.mulder@post.example',
      phone: '06 00 00 10 06',
      address: { street: 'Hessenweg', houseNumber: '52', postcode: '7722 XF', city: 'Dalfsen' },
    },
    needs: {
      aandacht: { area: 'CONCENTRATION', level: 'MEDIUM', accommodations: ['BREAKS', 'SMALL_GROUP'] },
      plannen: { area: 'PLANNING', level: 'INTENSIVE', accommodations: ['FIXED_COACH', 'PLANNING_HELP'] },
    },
    strengths: ['Ik ben sterk', 'Ik ben lief voor dieren', 'Ik houd me aan de regels'],
    currentSupport: ['Een stappenplan met foto’s', 'Een vaste begeleider op mijn stage'],
    howToDiscuss: 'TOGETHER_WITH_MENTOR',
    conditions: {
      epilepsie: {
        name: 'Epilepsie met absences',
        explanation: 'Soms ben ik tien seconden weg. Dan hoor ik je niet. Daarna moet je het even opnieuw zeggen.',
        statement: { title: 'Brief van de neuroloog', issuedBy: 'Kinderneurologie', issuedOn: ago(450) },
        ownView: 'Ik slik elke dag mijn pil. Het gaat nu al acht maanden goed.',
      },
    },
    studyAdvice: {
      groen: {
        text: 'Tim leert het best door te doen. Een entree-opleiding in het groen met veel praktijk past bij hem. Een vaste begeleider maakt het verschil.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: 'Joris heeft dit goed gezegd.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Tim, 16 jaar. Ik heb zes kippen en een bijenkast. Ik sta vroeg op. Ik praat niet veel, maar ik lach wel.',
      strengths: ['hard werken', 'goed met dieren', 'op tijd komen'],
      drives: ['buiten zijn', 'iets zien groeien', 'bij een team horen'],
      topExperiences: ['schapen', 'plantsoen'],
      jobInterest: 'Ik wil werken bij een boer of bij de gemeente in het groen.',
      chosenProgrammes: ['Entree: assistent plant of (groene) leefomgeving, ROC Voorbeeld'],
      questionForIntaker: 'Hoe ziet een gewone dag eruit?',
    },
    reflections: {
      QUALITIES: [2, 'Ik kan lang doorwerken. Mijn baas zegt dat ik goed oplet bij de dieren.'],
      MOTIVES: [3, 'Binnen word ik onrustig. Buiten word ik rustig.'],
      WORK_EXPLORATION: [3, 'Ik heb twee stages gedaan. De boerderij vond ik leuker dan de winkel.'],
      CAREER_DIRECTION: [2, 'Ik heb gekozen met plaatjes. Er bleef groen over.'],
      NETWORKING: [2, 'Boer Henk zegt dat ik altijd mag langskomen.'],
    },
    experiences: {
      schapen: {
        title: 'Stage op een schapenboerderij',
        kind: 'INTERNSHIP',
        from: schoolDay(210),
        to: null,
        place: 'Boerderij De Marshoek, Dalfsen',
        learned: 'Hekken zetten, hoeven knippen en rustig lopen.',
        competencies: ['WORK_EXPLORATION', 'QUALITIES'],
      },
      plantsoen: {
        title: 'Werken met de groenploeg',
        kind: 'INTERNSHIP',
        from: schoolDay(400),
        to: schoolDay(310),
        place: 'Gemeente Dalfsen',
        learned: 'Snoeien. Je knipt altijd boven een knop.',
        competencies: ['WORK_EXPLORATION'],
      },
      certificaat: {
        title: 'Certificaat bosmaaier',
        kind: 'COURSE',
        from: schoolDay(160),
        to: schoolDay(155),
        place: 'Praktijkcentrum Groen',
        learned: 'Altijd een bril en een helm op.',
        competencies: ['CAREER_DIRECTION', 'QUALITIES'],
      },
    },
    talks: {
      stage: {
        date: schoolDay(205),
        with: joris.name,
        summary: 'We hebben de foto’s van mijn stage bekeken. Ik kon bij elke foto iets vertellen.',
        nextStep: 'Certificaat halen.',
      },
      keuze: {
        date: schoolDay(120),
        with: `${joris.name} en mijn moeder`,
        summary: 'We kozen samen de opleiding. Ik mocht het zelf zeggen.',
        nextStep: null,
      },
    },
    plusDocument: {
      bijen: {
        category: 'NATURE',
        title: 'Mijn bijenkast',
        description: 'Vorig jaar had ik achttien potten honing. Ik heb ze zelf verkocht.',
        year: yearOf(240),
      },
      brandweer: {
        category: 'VOLUNTEERING',
        title: 'Jeugdbrandweer',
        description: 'Op woensdag oefenen we met slangen en pompen.',
        year: yearOf(80),
      },
    },
  })
}
