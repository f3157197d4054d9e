import { rocVoorbeeld } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwolle } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { eva: me, joris, marieke } = cast

/** Eva, 18: every group is filled and nothing is shared, ever. */
export function eva(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  return tell(me, dates, {
    birthDate: dates.born(18, 170),
    level: 'HAVO',
    municipality: zwolle,
    season: dates.season,
    createdAt: at(99, '14:55'),
    guardians: [],
    steps: [
      ['IN_CONSULTATION', at(82, '10:25'), me],
      ['READY', at(39, '22:10'), me],
      ['APPROVED', at(39, '22:12'), me],
    ],
    approvals: [[me, at(39, '22:12')]],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.mediavormgever,
        messages: [['APPLIED', at(54, '23:20')]],
        preparation: {
          summary: [
            [
              me,
              at(37, '21:30'),
              'Ik ben Eva. Ik teken al strips sinds ik een potlood kan vasthouden. Mijn werk vertelt meer over mij dan een formulier.',
            ],
            [
              joris,
              at(36, '12:15'),
              'Eva maakte de hele vormgeving van de schoolkrant. Zij werkt zelfstandig en levert altijd op tijd.',
            ],
          ],
          questions: [
            [me, at(35, '22:00'), 'Hoeveel vrijheid krijg je bij opdrachten?'],
            [me, at(35, '22:04'), 'Mag ik met een koptelefoon op werken?'],
          ],
          support: [
            [
              me,
              at(34, '21:45'),
              'Vertel mij een dag van tevoren als iets anders gaat. Dan hoef ik niet te schakelen waar iedereen bij is.',
            ],
          ],
          agreements: [[me, at(33, '20:20'), 'Ik neem mijn portfolio op papier mee en vertel er zelf bij.']],
        },
      },
    },
    requests: {
      kennismaking: {
        institution: rocVoorbeeld.brin,
        groups: ['IDENTITY', 'CAREER_SUMMARY'],
        purpose: 'INTAKE_TALK',
        message: 'Wil je jouw paspoort en cv met ons delen voor het gesprek? Je mag ook alles op papier meenemen.',
        askedBy: marieke,
        askedAt: at(5, '09:45'),
        outcome: 'OPEN',
        answeredAt: null,
      },
    },

    name: { initials: 'E.C.', surnamePrefix: null, surname: 'Smit', callName: 'Eva', gender: 'FEMALE' },
    personalNumber: { kind: 'BSN', number: '999990081' },
    contact: {
      email: 'eva.tekent@post.example',
      phone: '06 00 00 10 09',
      address: { street: 'Veerallee', houseNumber: '61', postcode: '8019 XJ', city: 'Zwolle' },
    },
    needs: {
      prikkels: { area: 'SOCIAL', level: 'MEDIUM', accommodations: ['QUIET_ROOM', 'SMALL_GROUP'] },
      verandering: { area: 'PLANNING', level: 'LIGHT', accommodations: ['FIXED_COACH', 'ADAPTED_TIMETABLE'] },
    },
    strengths: ['Ik zie details die anderen missen', 'Ik werk geconcentreerd', 'Ik ben eerlijk'],
    currentSupport: [
      'Een vaste plek bij het raam',
      'Roosterwijzigingen krijg ik een dag eerder',
      'Koptelefoon bij zelfstandig werken',
    ],
    howToDiscuss: 'PREFER_NOT',
    conditions: {
      autisme: {
        name: 'Autisme',
        explanation: 'Geluid, licht en veel mensen tegelijk kosten mij energie. Tekenen geeft energie terug.',
        statement: { title: 'Diagnostisch verslag', issuedBy: 'Praktijk voor jongeren De Brug', issuedOn: ago(1250) },
        ownView:
          'Op mijn vorige school wist iedereen het al voor ik binnen was. Nu bepaal ik zelf wie het weet en wanneer.',
      },
    },
    studyAdvice: {
      vormgeving: {
        text: 'Eva heeft een eigen stijl en een sterk portfolio. Mediavormgeving op niveau 4 past uitstekend. Geef haar heldere opdrachten met ruimte voor een eigen oplossing.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: 'Mooi gezegd. Ik wil alleen niet dat dit al ergens ligt voordat ik er zelf ben geweest.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Eva, 18 jaar. Ik maak strips over een kat die de wereld niet snapt, en de wereld die de kat niet snapt. Ik houd van stilte, inkt en lange treinreizen.',
      strengths: ['oog voor vorm en kleur', 'concentratie', 'op tijd leveren'],
      drives: ['iets maken dat klopt', 'verhalen vertellen zonder veel woorden', 'rust'],
      topExperiences: ['schoolkrant', 'stripwinkel'],
      jobInterest: 'Ik wil illustrator worden en boeken maken voor kinderen.',
      chosenProgrammes: ['Mediavormgever, ROC Voorbeeld'],
      questionForIntaker: 'Werken jullie ook nog met papier en inkt, of alles op de computer?',
    },
    reflections: {
      QUALITIES: [
        4,
        'Ik kan uren aan één tekening werken zonder het te merken. Dat is mijn sterkste punt en soms mijn valkuil.',
      ],
      MOTIVES: [4, 'Ik teken wat ik niet kan zeggen. Als iemand dan lacht of stil wordt, ben ik begrepen.'],
      WORK_EXPLORATION: [3, 'Een vormgever praat veel met klanten. Ik oefen dat met vaste vragen op een kaartje.'],
      CAREER_DIRECTION: [
        3,
        'Na de havo kon ik naar de kunstacademie. Ik wil eerst een vak leren waar ik van kan leven.',
      ],
      NETWORKING: [2, 'Via een tekenforum heb ik drie mensen die mijn werk nakijken. Twee heb ik nog nooit gezien.'],
    },
    experiences: {
      schoolkrant: {
        title: 'Vormgeving van de schoolkrant',
        kind: 'PROJECT',
        from: ago(640),
        to: ago(95),
        place: 'Vechtdal College',
        learned: 'Een deadline haal je door hem in kleine deadlines te knippen.',
        competencies: ['QUALITIES', 'CAREER_DIRECTION'],
      },
      stripwinkel: {
        title: 'Bijbaan in een stripwinkel',
        kind: 'JOB',
        from: ago(290),
        to: null,
        place: 'Stripwinkel De Tekstballon, Zwolle',
        learned: 'Met een vaste klant praten is een soort verhaal dat steeds verdergaat.',
        competencies: ['WORK_EXPLORATION', 'NETWORKING'],
      },
      drukkerij: {
        title: 'Meelopen bij een drukkerij',
        kind: 'TRIAL_DAY',
        from: schoolDay(175),
        to: schoolDay(174),
        place: 'Drukkerij Oosterwind, Zwolle',
        learned: 'Hoe kleuren op papier anders worden dan op een scherm.',
        competencies: ['WORK_EXPLORATION', 'MOTIVES'],
      },
    },
    talks: {
      richting: {
        date: schoolDay(145),
        with: joris.name,
        summary: 'Joris stelde weinig vragen en keek naar mijn werk. Dat was het beste gesprek van het jaar.',
        nextStep: 'Portfolio samenstellen.',
      },
      delen: {
        date: schoolDay(57),
        with: joris.name,
        summary: 'We spraken over delen. Ik heb alles ingevuld voor mezelf. Delen doe ik nu niet, en dat mag.',
        nextStep: null,
      },
    },
    plusDocument: {
      strip: {
        category: 'ART_AND_MUSIC',
        title: 'Stripboek in eigen beheer',
        description: 'Ik heb honderd exemplaren laten drukken. Er zijn er nog zeven over.',
        year: yearOf(230),
      },
      workshop: {
        category: 'VOLUNTEERING',
        title: 'Tekenmiddag voor kinderen',
        description: 'Twee keer per jaar leer ik acht kinderen een strippagina maken in de bibliotheek.',
        year: yearOf(110),
      },
    },
  })
}
