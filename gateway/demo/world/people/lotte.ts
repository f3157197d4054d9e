import type { FieldGroup } from '@doorstroomhub/consent/rules/words.ts'
import { groenhofCollege, rocVoorbeeld, vakcollegeDelta } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwolle } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { lotte: me, joris, marieke, karim, intakerOfGroenhof: willemijn } = cast

/** Lotte, 19, vavo, three applications in three regions: shares with the first two, stopped with the third. */
export function lotte(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  const groups: FieldGroup[] = ['IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'PLUS_DOCUMENT', 'INTAKE_PREPARATION']
  return tell(me, dates, {
    birthDate: dates.born(19, 60),
    level: 'VAVO',
    municipality: zwolle,
    season: dates.season,
    createdAt: at(110, '13:20'),
    guardians: [],
    steps: [
      ['IN_CONSULTATION', at(90, '11:15'), me],
      ['READY', at(52, '20:30'), me],
      ['APPROVED', at(52, '20:34'), me],
      ['SHARED', at(33, '21:20'), me],
    ],
    approvals: [[me, at(52, '20:34')]],
    numberStatement: [me, at(52, '20:36')],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.geluid,
        messages: [['APPLIED', at(61, '22:05')]],
        preparation: {
          summary: [
            [
              me,
              at(45, '21:10'),
              'Ik ben Lotte. Ik mix geluid in de kleine zaal van het poppodium en ik hoor meteen of iets klopt.',
            ],
            [
              joris,
              at(44, '10:05'),
              'Lotte heeft na een moeilijk jaar zelf de weg terug gevonden. Zij kent haar grenzen en werkt daarbinnen heel goed.',
            ],
          ],
          questions: [
            [me, at(43, '21:40'), 'Kan ik de avonddiensten verdelen over de week, zodat ik kan uitrusten?'],
            [marieke, at(25, '15:20'), 'Welke band of voorstelling zou jij graag eens mixen, en waarom?'],
          ],
          support: [
            [
              me,
              at(42, '20:50'),
              'Mijn energie is beperkt. Met een vaste pauze om twaalf uur red ik de dag. Zonder pauze niet.',
            ],
          ],
          agreements: [
            [marieke, at(24, '16:00'), 'Het gesprek is in de ochtend en duurt niet langer dan een half uur.'],
          ],
        },
      },
      'vakcollege-delta': {
        institution: vakcollegeDelta.brin,
        programme: programmes.avSpecialist,
        messages: [
          ['APPLIED', at(60, '22:40')],
          ['CONTRACT_OFFERED', at(8, '14:00')],
        ],
        preparation: {
          summary: [
            [
              me,
              at(45, '22:00'),
              'Beeld en geluid horen voor mij bij elkaar. Ik maak korte documentaires over mensen uit mijn straat.',
            ],
          ],
          questions: [
            [me, at(43, '22:10'), 'Hoe ver is de school van het station? Een lange reis kost mij veel energie.'],
            [karim, at(21, '10:25'), 'Neem gerust een fragment mee. Wat wil je dat wij zien?'],
          ],
          support: [[me, at(42, '21:15'), 'Lessen die ik later kan terugkijken, helpen mij om bij te blijven.']],
          agreements: [
            [me, at(20, '19:45'), 'Ik stuur vooraf een documentaire van vier minuten.'],
            [karim, at(19, '09:15'), 'Wij kijken die met twee docenten en geven op het gesprek een reactie.'],
          ],
        },
      },
      groenhof: {
        institution: groenhofCollege.brin,
        programme: programmes.vakexpertHovenier,
        messages: [['APPLIED', at(59, '09:30')]],
        preparation: {
          summary: [
            [
              me,
              at(45, '22:30'),
              'Toen ik ziek was, heb ik onze tuin opnieuw ontworpen. Sindsdien denk ik ook aan een beroep in het groen.',
            ],
          ],
          questions: [
            [me, at(43, '22:35'), 'Hoe zwaar is het werk in het eerste jaar?'],
            [willemijn, at(23, '11:10'), 'Wil je een keer meelopen in de ontwerples?'],
          ],
          support: [[me, at(42, '21:30'), 'Zwaar tillen gaat een uur per dag. Tekenen en plannen kan ik langer.']],
          agreements: [[me, at(22, '20:00'), 'Ik laat voor de zomer weten of ik voor groen kies.']],
        },
      },
    },
    consents: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        groups,
        purpose: 'INTAKE_TALK',
        approvals: [[me, at(33, '21:20')]],
      },
      'vakcollege-delta': {
        institution: vakcollegeDelta.brin,
        groups,
        purpose: 'INTAKE_TALK',
        approvals: [[me, at(33, '21:26')]],
      },
      groenhof: {
        institution: groenhofCollege.brin,
        groups,
        purpose: 'INTAKE_TALK',
        approvals: [[me, at(33, '21:31')]],
        stopped: [me, at(11, '20:40')],
      },
    },

    name: { initials: 'L.A.M.', surnamePrefix: 'van', surname: 'Dijk', callName: 'Lotte', gender: 'FEMALE' },
    personalNumber: { kind: 'BSN', number: '999990056' },
    contact: {
      email: 'lotte.vandijk@post.example',
      phone: '06 00 00 10 07',
      address: { street: 'Thomas a Kempispad', houseNumber: '9', postcode: '8021 XG', city: 'Zwolle' },
    },
    needs: {
      energie: {
        area: 'ENERGY_ILLNESS',
        level: 'INTENSIVE',
        accommodations: ['BREAKS', 'ADAPTED_TIMETABLE', 'QUIET_ROOM'],
      },
      concentratie: { area: 'CONCENTRATION', level: 'LIGHT', accommodations: ['SMALL_GROUP', 'EXTRA_TIME'] },
    },
    strengths: ['Ik kan goed kiezen wat belangrijk is', 'Ik hoor details', 'Ik zeg het als het niet gaat'],
    currentSupport: ['Drie lesdagen in plaats van vijf', 'Een rustplek met een bank', 'Toetsen in de ochtend'],
    howToDiscuss: 'MYSELF',
    conditions: {
      longcovid: {
        name: 'Long covid',
        explanation:
          'Ik ben twee jaar ziek geweest. Nu gaat het veel beter, maar na een drukke dag moet ik een dag bijkomen.',
        statement: { title: 'Verslag van de revalidatiearts', issuedBy: 'Revalidatiecentrum Oost', issuedOn: ago(130) },
        ownView: 'Ik ben niet mijn ziekte. Ik wil dat het eerst over mijn werk gaat en daarna pas over mijn rooster.',
      },
    },
    studyAdvice: {
      tempo: {
        text: 'Kies met Lotte een tempo waarin zij het kan volhouden. De inhoud van niveau 4 is geen probleem. Een vaste rustdag in de week is nodig.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: 'Een vaste rustdag is fijn, maar liever halve dagen dan een hele.',
      },
      keuze: {
        text: 'Lotte heeft drie opleidingen gekozen die ver uit elkaar liggen. Wat ze delen is ontwerpen en goed kijken of luisteren. Vraag haar daarnaar.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: null,
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Lotte, 19 jaar. Ik doe twee vakken op de vavo en de rest van mijn tijd zit ik achter een mengpaneel of in de tuin. Ik praat snel en ik luister nog sneller.',
      strengths: ['gevoel voor geluid', 'ontwerpen', 'eerlijk over mijn grenzen'],
      drives: ['een zaal stil krijgen', 'iets moois maken dat blijft', 'weer meedoen'],
      topExperiences: ['poppodium', 'tuin'],
      jobInterest: 'Ik wil geluid maken bij theater, of tuinen ontwerpen waar mensen tot rust komen.',
      chosenProgrammes: [
        'Podium- en evenemententechnicus geluid, ROC Voorbeeld',
        'AV-specialist, Vakcollege Delta',
        'Vakexpert hovenier, Groenhof College',
      ],
      questionForIntaker: 'Kan ik het eerste jaar in anderhalf jaar doen?',
    },
    reflections: {
      QUALITIES: [
        4,
        'Ik hoor het als een microfoon een centimeter verkeerd staat. En ik leg het uit zonder iemand af te kraken.',
      ],
      MOTIVES: [
        4,
        'Door ziek te zijn weet ik wat ik mis als het stil is. Ik wil werk dat mensen samen laat luisteren.',
      ],
      WORK_EXPLORATION: [3, 'Een technicus sjouwt meer dan ik dacht. Bij theater is het rustiger dan bij festivals.'],
      CAREER_DIRECTION: [
        2,
        'Ik heb nog niet gekozen. Ik heb wel opgeschreven wanneer ik kies en wat ik dan moet weten.',
      ],
      NETWORKING: [3, 'De vaste technicus van het podium neemt mij mee naar klussen. Zij kent iedereen.'],
    },
    experiences: {
      poppodium: {
        title: 'Vrijwilliger geluid bij een poppodium',
        kind: 'VOLUNTEERING',
        from: ago(270),
        to: null,
        place: 'Kleine zaal, Zwolle',
        learned: 'Een soundcheck doen in tien minuten, en rustig blijven als er iets kraakt.',
        competencies: ['QUALITIES', 'WORK_EXPLORATION', 'NETWORKING'],
      },
      tuin: {
        title: 'Onze tuin opnieuw ontwerpen',
        kind: 'PROJECT',
        from: ago(600),
        to: ago(420),
        place: 'Thuis',
        learned: 'Je hoeft niet alles zelf te spitten om iets te maken.',
        competencies: ['MOTIVES', 'CAREER_DIRECTION'],
      },
      documentaire: {
        title: 'Korte documentaires over mijn straat',
        kind: 'PROJECT',
        from: ago(360),
        to: ago(140),
        place: 'Zwolle',
        learned: 'Lang zwijgen na een vraag. Dan komt het echte antwoord.',
        competencies: ['QUALITIES', 'MOTIVES'],
      },
      bloemist: {
        title: 'Zaterdagbaan bij een bloemist',
        kind: 'JOB',
        from: ago(1100),
        to: ago(850),
        place: 'Bloemen bij Bep, Zwolle',
        learned: 'Kleuren combineren en klanten laten uitpraten.',
        competencies: ['WORK_EXPLORATION'],
      },
    },
    talks: {
      terugkijken: {
        date: schoolDay(150),
        with: joris.name,
        summary: 'We keken terug op twee jaar. Ik was trots dat ik het zonder huilen kon vertellen.',
        nextStep: 'Drie opleidingen zoeken die bij mijn energie passen.',
      },
      drie: {
        date: schoolDay(68),
        with: joris.name,
        summary: 'Ik ga me bij alle drie aanmelden. Kiezen mag later.',
        nextStep: 'Voor elke opleiding één vraag bedenken.',
      },
    },
    plusDocument: {
      zang: {
        category: 'ART_AND_MUSIC',
        title: 'Basgitaar in een band',
        description: 'We heten Natte Vinger en we speelden op bevrijdingsdag op een klein podium.',
        year: yearOf(330),
      },
      podcast: {
        category: 'TECHNOLOGY',
        title: 'Podcast over ziek zijn op school',
        description: 'Acht afleveringen. Een lerarenopleiding gebruikt er nu twee in de les.',
        year: yearOf(220),
      },
      moestuin: {
        category: 'NATURE',
        title: 'Moestuin met de buren',
        description: 'Ik maak het plan, zij doen het spitwerk. De oogst delen we.',
        year: yearOf(130),
      },
    },
  })
}
