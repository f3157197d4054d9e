import { rocVoorbeeld } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwolle } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { jay: me, joris, amira, marieke } = cast

/** Jay, 18, fear of failure: enrolled at ROC Voorbeeld and gave the number statement; no consent was ever given. */
export function jay(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  return tell(me, dates, {
    birthDate: dates.born(18, 150),
    level: 'VMBO_TL',
    municipality: zwolle,
    season: dates.season,
    createdAt: at(120, '09:05'),
    guardians: [],
    careCoordinators: [amira],
    steps: [
      ['IN_CONSULTATION', at(101, '13:50'), me],
      ['READY', at(72, '16:25'), me],
      ['APPROVED', at(72, '16:27'), me],
      ['ENROLLED', at(13, '11:40'), marieke],
    ],
    approvals: [[me, at(72, '16:27')]],
    numberStatement: [me, at(72, '16:30')],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.onderwijsassistent,
        messages: [
          ['APPLIED', at(85, '18:05')],
          ['CONTRACT_OFFERED', at(27, '10:00')],
          ['ENROLLED', at(13, '11:40')],
        ],
        preparation: {
          summary: [
            [
              me,
              at(70, '16:45'),
              'Ik ben Jay. Kinderen vinden mij grappig en ik vind kinderen eerlijk. In de klas van groep vier voelde ik me meteen op mijn plek.',
            ],
            [joris, at(69, '10:20'), 'Jay las voor aan een klas van dertig kinderen en je kon een speld horen vallen.'],
          ],
          questions: [
            [me, at(68, '17:10'), 'Hoe worden we beoordeeld: met toetsen, of met opdrachten in de klas?'],
            [me, at(68, '17:12'), 'Kan ik voor een toets even met iemand praten?'],
          ],
          support: [
            [
              me,
              at(67, '16:35'),
              'Voor een toets slaat mijn hart op hol. Als ik eerst rustig kan beginnen, gaat het daarna goed.',
            ],
            [
              amira,
              at(66, '14:00'),
              'Jay oefent sinds vorig jaar met ademhaling en met kleine toetsen. Hij gaat zichtbaar vooruit.',
            ],
          ],
          agreements: [[me, at(65, '15:55'), 'Ik vertel mijn nieuwe begeleider zelf wat mij helpt bij toetsen.']],
        },
      },
    },

    name: { initials: 'J.D.', surnamePrefix: null, surname: 'Pinas', callName: 'Jay', gender: 'MALE' },
    personalNumber: { kind: 'BSN', number: '999990093' },
    contact: {
      email: 'jaypinas@post.example',
      phone: '06 00 00 10 10',
      address: { street: 'Hogenkampsplein', houseNumber: '40', postcode: '8022 XK', city: 'Zwolle' },
    },
    needs: {
      faalangst: {
        area: 'FEAR_OF_FAILURE',
        level: 'MEDIUM',
        accommodations: ['TALK_BEFORE_TEST', 'EXTRA_TIME', 'QUIET_ROOM'],
      },
      begeleiding: { area: 'PLANNING', level: 'LIGHT', accommodations: ['FIXED_COACH'] },
    },
    strengths: ['Ik kan goed uitleggen', 'Ik ben geduldig', 'Ik maak er iets vrolijks van'],
    currentSupport: ['Een kort gesprek met Amira voor elke toetsweek', 'Toetsen in een klein lokaal'],
    howToDiscuss: 'MYSELF',
    conditions: {
      faalangst: {
        name: 'Faalangst met paniekaanvallen',
        explanation:
          'Bij een toets of een beurt voor de klas word ik soms duizelig en krijg ik geen lucht. Het gaat na tien minuten weer over.',
        statement: {
          title: 'Verslag van de schoolpsycholoog',
          issuedBy: 'Begeleidingsdienst Vechtdal',
          issuedOn: ago(340),
        },
        ownView: 'Voor kleine kinderen heb ik nergens last van. Het gaat om beoordeeld worden, niet om praten.',
      },
    },
    studyAdvice: {
      klas: {
        text: 'Jay heeft talent voor werken met kinderen. Kies opdrachten in de praktijk en bouw toetsen rustig op. Dan laat hij zien wat hij kan.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: 'Ik ben het hiermee eens.',
      },
      steun: {
        text: 'Een vaste begeleider in de eerste periode is belangrijk voor Jay. Spreek af wie hij mag aanspreken vlak voor een toets.',
        author: amira,
        version: 2,
        acceptedVersion: 2,
        ownView: 'Liefst iemand die niet zelf de toets nakijkt.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Jay, 18 jaar. Ik heb drie kleine neefjes en ik ben hun favoriete speeltuin. Ik drum, ik kook graag en ik onthoud iedereens naam.',
      strengths: ['uitleggen', 'geduld', 'humor'],
      drives: ['kinderen laten groeien', 'een veilige klas', 'zelf ook blijven leren'],
      topExperiences: ['groepvier', 'kampleider'],
      jobInterest: 'Ik wil onderwijsassistent worden op een basisschool en misschien later naar de pabo.',
      chosenProgrammes: ['Onderwijsassistent, ROC Voorbeeld'],
      questionForIntaker: 'Mag ik mijn stage doen op de school waar ik zelf op zat?',
    },
    reflections: {
      QUALITIES: [3, 'Ik kan iets moeilijks klein maken. Een jongen die niet durfde te lezen, las na drie weken voor.'],
      MOTIVES: [4, 'Ik weet hoe het is om bang te zijn voor een fout. Ik wil dat het in mijn klas gewoon mag.'],
      WORK_EXPLORATION: [
        3,
        'Een assistent doet meer dan kopiëren. Je ziet het als een kind een slechte ochtend heeft.',
      ],
      CAREER_DIRECTION: [3, 'Ik twijfelde over sociaal werk. Na mijn stage was de twijfel weg.'],
      NETWORKING: [3, 'Mijn juf van vroeger is nu directeur. Ik heb haar gemaild en ik mocht komen.'],
    },
    experiences: {
      groepvier: {
        title: 'Stage in groep vier',
        kind: 'INTERNSHIP',
        from: schoolDay(290),
        to: schoolDay(270),
        place: 'Basisschool De Springplank, Zwolle',
        learned: 'Wachten op een antwoord. Tien tellen is heel lang en precies goed.',
        competencies: ['WORK_EXPLORATION', 'QUALITIES'],
      },
      kampleider: {
        title: 'Leider bij de vakantieweek',
        kind: 'VOLUNTEERING',
        from: ago(480),
        to: ago(474),
        place: 'Speeltuinvereniging Holtenbroek',
        learned: 'Veertig kinderen stil krijgen zonder te schreeuwen. Ik doe het met een trommel.',
        competencies: ['MOTIVES', 'NETWORKING'],
      },
      training: {
        title: 'Training omgaan met faalangst',
        kind: 'COURSE',
        from: schoolDay(330),
        to: schoolDay(280),
        place: 'Vechtdal College',
        learned: 'Een gedachte is geen feit.',
        competencies: ['QUALITIES', 'CAREER_DIRECTION'],
      },
    },
    talks: {
      stage: {
        date: schoolDay(265),
        with: joris.name,
        summary: 'Ik kon niet stoppen met vertellen over groep vier. Joris schreef alleen maar mee.',
        nextStep: 'Een open dag bezoeken.',
      },
      toetsen: {
        date: schoolDay(95),
        with: `${joris.name} en ${amira.name}`,
        summary: 'We hebben een plan gemaakt voor het examen. Er staat ook in wat ik zelf doe.',
        nextStep: 'Het plan meenemen naar het mbo.',
      },
    },
    plusDocument: {
      drummen: {
        category: 'ART_AND_MUSIC',
        title: 'Drummer in de brassband',
        description: 'We openen elk jaar de wijkoptocht. Ik loop vooraan met de snaredrum.',
        year: yearOf(160),
      },
      voorlezen: {
        category: 'LANGUAGE',
        title: 'Voorlezer in de bibliotheek',
        description: 'Op woensdagmiddag lees ik voor aan kleuters, met stemmetjes.',
        year: yearOf(75),
      },
    },
  })
}
