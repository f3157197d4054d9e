import { rocVoorbeeld } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwolle } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { noor: me, fatherOfNoor: father, joris, amira, marieke } = cast

/** Noor, 15, vmbo-kb, dyslexia. Her father agreed to the first consent and still has to look at the second. */
export function noor(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  return tell(me, dates, {
    birthDate: dates.born(15, 140),
    level: 'VMBO_KB',
    municipality: zwolle,
    season: dates.season,
    createdAt: at(96, '10:20'),
    guardians: [father],
    careCoordinators: [amira],
    steps: [
      ['IN_CONSULTATION', at(75, '14:10'), me],
      ['READY', at(48, '15:35'), me],
      ['APPROVED', at(46, '20:05'), father],
      ['SHARED', at(22, '19:40'), father],
    ],
    approvals: [
      [me, at(48, '15:35')],
      [father, at(46, '20:05')],
    ],
    numberStatement: [father, at(46, '20:10')],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.mechatronica,
        messages: [['APPLIED', at(58, '16:45')]],
        preparation: {
          summary: [
            [
              me,
              at(40, '15:10'),
              'Ik ben Noor en ik sleutel graag. Met mijn opa heb ik een oude zeilboot helemaal opgeknapt, ook de motor.',
            ],
            [
              me,
              at(40, '15:16'),
              'Ik werk het liefst met mijn handen en mijn hoofd tegelijk. Als iets niet werkt, wil ik weten waarom.',
            ],
            [
              joris,
              at(38, '11:02'),
              'Noor bouwde op onze open dag een robotarm met twee klasgenoten. Zij legde aan ouders uit hoe hij werkt.',
            ],
          ],
          questions: [
            [me, at(36, '16:20'), 'Hoeveel uur in de week zijn we in de werkplaats en hoeveel uur is theorie?'],
            [me, at(36, '16:22'), 'Mag ik de boeken ook digitaal lezen, zodat mijn laptop kan voorlezen?'],
            [marieke, at(14, '10:30'), 'Wat zou jij als eerste willen bouwen als je bij ons begint?'],
          ],
          support: [
            [
              me,
              at(35, '15:40'),
              'Lange stukken lezen kost mij veel tijd. Met voorlezen erbij snap ik het wel meteen.',
            ],
            [
              amira,
              at(33, '09:50'),
              'Noor gebruikt nu twee jaar voorleessoftware en extra tijd bij toetsen. Dat werkt goed.',
            ],
          ],
          agreements: [
            [me, at(13, '17:05'), 'Ik neem de foto’s van de boot mee naar het gesprek.'],
            [marieke, at(12, '13:15'), 'Wij laten Noor op de dag van het gesprek ook de werkplaats zien.'],
          ],
        },
      },
    },
    consents: {
      kennismaking: {
        institution: rocVoorbeeld.brin,
        groups: ['IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'INTAKE_PREPARATION'],
        purpose: 'INTAKE_TALK',
        approvals: [
          [me, at(24, '16:05')],
          [father, at(22, '19:40')],
        ],
      },
      dyslexie: {
        institution: rocVoorbeeld.brin,
        groups: ['CONDITION'],
        purpose: 'SUPPORT_ARRANGEMENT',
        approvals: [[me, at(3, '15:20')]],
        waits: true,
        request: 'dyslexie',
      },
    },
    requests: {
      dyslexie: {
        institution: rocVoorbeeld.brin,
        groups: ['CONDITION'],
        purpose: 'SUPPORT_ARRANGEMENT',
        message:
          'Mogen wij jouw dyslexieverklaring zien? Dan kunnen wij voorleessoftware en extra tijd voor je regelen. Het hoeft niet.',
        askedBy: marieke,
        askedAt: at(6, '11:10'),
        outcome: 'ANSWERED',
        answeredAt: at(3, '15:20'),
      },
    },

    name: { initials: 'N.E.', surnamePrefix: 'de', surname: 'Vries', callName: 'Noor', gender: 'FEMALE' },
    personalNumber: { kind: 'BSN', number: '999990007' },
    contact: {
      email: 'noor.devries@post.example',
      phone: '06 00 00 10 01',
      address: { street: 'Rietvinkhof', houseNumber: '14', postcode: '8043 XA', city: 'Zwolle' },
    },
    needs: {
      lezen: {
        area: 'READING_SPELLING',
        level: 'MEDIUM',
        accommodations: ['EXTRA_TIME', 'READ_ALOUD_SOFTWARE', 'LAPTOP'],
      },
      toetsen: { area: 'FEAR_OF_FAILURE', level: 'LIGHT', accommodations: ['TALK_BEFORE_TEST'] },
    },
    strengths: ['Ik zie snel hoe iets in elkaar zit', 'Ik geef niet op', 'Ik durf om hulp te vragen'],
    currentSupport: [
      'Voorleessoftware op mijn laptop',
      'Een kwartier extra bij toetsen',
      'Elke twee weken even praten met Amira',
    ],
    howToDiscuss: 'MYSELF',
    conditions: {
      dyslexie: {
        name: 'Dyslexie',
        explanation:
          'Letters wisselen bij mij van plek, vooral als ik moe ben. Ik lees langzaam, maar ik begrijp het gewoon. Spelling blijft lastig.',
        statement: { title: 'Dyslexieverklaring', issuedBy: 'Orthopedagogenpraktijk De Linde', issuedOn: ago(2190) },
        ownView: 'Ik ben niet dom en ik ben niet lui. Geef me de tijd, dan zie je wat ik kan.',
      },
    },
    studyAdvice: {
      techniek: {
        text: 'Noor past goed bij een technische opleiding op niveau 4. Zij ziet verbanden en zet door. Houd rekening met veel leeswerk in het eerste jaar en spreek vooraf af hoe zij dat doet.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: 'Klopt. Alleen vind ik dat leeswerk niet het belangrijkste is om over te praten.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Noor, 15 jaar. Ik haal dingen uit elkaar en zet ze weer in elkaar. Thuis ben ik degene die de fiets maakt. Ik lach veel en ik werk graag samen.',
      strengths: ['technisch inzicht', 'doorzetten', 'samenwerken'],
      drives: ['iets maken dat echt werkt', 'buiten zijn op het water', 'nieuwe dingen uitproberen'],
      topExperiences: ['boot', 'stage'],
      jobInterest: 'Later wil ik machines ontwerpen die het werk op schepen minder zwaar maken.',
      chosenProgrammes: ['Technicus mechatronische systemen, ROC Voorbeeld'],
      questionForIntaker: 'Mag ik in het eerste jaar al op stage bij een scheepswerf?',
    },
    reflections: {
      QUALITIES: [
        3,
        'Ik kan goed zien wat er mis is met een apparaat. Bij de robotarm vond ik de losse draad toen niemand het meer wist.',
      ],
      MOTIVES: [3, 'Ik wil dingen maken waar mensen iets aan hebben. Alleen stilzitten en luisteren is niks voor mij.'],
      WORK_EXPLORATION: [
        2,
        'Ik heb twee dagen meegelopen op een werf. Er werken daar ook veel mensen die tekenen en rekenen. Dat wist ik niet.',
      ],
      CAREER_DIRECTION: [
        2,
        'Ik twijfelde tussen autotechniek en mechatronica. Na de meeloopdag wist ik het: mechatronica, want dat is breder.',
      ],
      NETWORKING: [
        2,
        'De buurman van opa kent iemand bij de werf. Ik heb zelf gebeld voor mijn stage. Dat was spannend maar het lukte.',
      ],
    },
    experiences: {
      boot: {
        title: 'Een zeilboot opknappen met opa',
        kind: 'PROJECT',
        from: ago(520),
        to: ago(190),
        place: 'Jachthaven De Hoek, Hasselt',
        learned: 'Eerst goed kijken en pas daarna schroeven. En dat schuren lang duurt.',
        competencies: ['QUALITIES', 'MOTIVES'],
      },
      stage: {
        title: 'Snuffelstage op een scheepswerf',
        kind: 'INTERNSHIP',
        from: schoolDay(250),
        to: schoolDay(248),
        place: 'Scheepswerf Van Olst, Zwartsluis',
        learned: 'Veilig werken met een takel, en vragen stellen aan mensen die je niet kent.',
        competencies: ['WORK_EXPLORATION', 'NETWORKING'],
      },
      robotarm: {
        title: 'Een robotarm voor de open dag',
        kind: 'PROJECT',
        from: schoolDay(150),
        to: schoolDay(115),
        place: 'Vechtdal College',
        learned: 'Uitleggen wat je gemaakt hebt, zonder moeilijke woorden.',
        competencies: ['QUALITIES', 'CAREER_DIRECTION'],
      },
    },
    talks: {
      keuze: {
        date: schoolDay(110),
        with: joris.name,
        summary: 'We hebben mijn twee keuzes naast elkaar gelegd. Ik merkte dat ik steeds over mechatronica begon.',
        nextStep: 'Een dag meelopen bij ROC Voorbeeld.',
      },
      meelopen: {
        date: schoolDay(66),
        with: joris.name,
        summary: 'Het meelopen was top. Ik heb verteld over mijn dyslexie en dat viel mee.',
        nextStep: 'Samen mijn overstapdossier afmaken.',
      },
    },
    plusDocument: {
      zeilen: {
        category: 'SPORT',
        title: 'Zeilen in een team',
        description: 'Ik zeil elke zaterdag met vijf anderen. Dit jaar sta ik aan het roer.',
        year: yearOf(90),
      },
      reparatie: {
        category: 'VOLUNTEERING',
        title: 'Repair café in de wijk',
        description: 'Een keer per maand maak ik broodroosters, lampen en fietsen van buurtgenoten.',
        year: yearOf(200),
      },
    },
  })
}
