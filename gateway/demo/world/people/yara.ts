import { rocVoorbeeld } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwolle } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { yara: me, fatherOfYara: father, joris, marieke } = cast

/** Yara, 17: an onderwijsnummer instead of a BSN. Of what helps her she keeps one need out. */
export function yara(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  return tell(me, dates, {
    birthDate: dates.born(17, 90),
    level: 'VMBO_TL',
    municipality: zwolle,
    season: dates.season,
    createdAt: at(84, '10:05'),
    guardians: [father],
    steps: [
      ['IN_CONSULTATION', at(63, '14:30'), me],
      ['READY', at(37, '15:10'), me],
      ['APPROVED', at(36, '20:45'), father],
      ['SHARED', at(17, '21:05'), father],
    ],
    approvals: [
      [me, at(37, '15:10')],
      [father, at(36, '20:45')],
    ],
    numberStatement: [father, at(36, '20:50')],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.analist,
        messages: [['APPLIED', at(47, '18:10')]],
        preparation: {
          summary: [
            [
              me,
              at(33, '16:30'),
              'Ik ben Yara. Ik spreek vier talen en ik leer nog één taal: scheikunde. Die is in elk land hetzelfde.',
            ],
            [
              me,
              at(33, '16:41'),
              'In mijn vorige school deed ik mee aan een wedstrijd met proefjes. Onze groep maakte inkt van rode kool.',
            ],
            [
              joris,
              at(32, '13:10'),
              'Yara is nog geen twee jaar bij ons en helpt nu andere leerlingen met wiskunde. In het Nederlands.',
            ],
          ],
          questions: [
            [me, at(31, '17:00'), 'Mag ik bij toetsen een woordenboek gebruiken?'],
            [me, at(31, '17:02'), 'Hoeveel tijd zijn we in het laboratorium?'],
          ],
          support: [
            [
              me,
              at(30, '16:15'),
              'Geef mij moeilijke woorden één dag eerder. Dan zoek ik ze thuis op en begrijp ik de les.',
            ],
          ],
          agreements: [[me, at(29, '17:30'), 'Ik neem mijn cijfers van vroeger mee, met de vertaling.']],
        },
      },
    },
    consents: {
      kennismaking: {
        institution: rocVoorbeeld.brin,
        groups: ['IDENTITY', 'ACCOMMODATIONS'],
        purpose: 'INTAKE_TALK',
        approvals: [
          [me, at(18, '16:00')],
          [father, at(17, '21:05')],
        ],
        leftOut: ['thuis'],
        request: 'kennismaking',
      },
    },
    requests: {
      kennismaking: {
        institution: rocVoorbeeld.brin,
        groups: ['IDENTITY', 'ACCOMMODATIONS'],
        purpose: 'INTAKE_TALK',
        message: 'Wil je ons vertellen wat jou helpt? Dan houden wij daar in het gesprek al rekening mee.',
        askedBy: marieke,
        askedAt: at(21, '10:15'),
        outcome: 'ANSWERED',
        answeredAt: at(18, '16:00'),
      },
    },

    name: { initials: 'Y.R.', surnamePrefix: null, surname: 'Haddad', callName: 'Yara', gender: 'FEMALE' },
    // Invented; generated dossiers get theirs from another range.
    personalNumber: { kind: 'ONDERWIJSNUMMER', number: '101234564' },
    contact: {
      email: 'yara.haddad@post.example',
      phone: '06 00 00 10 05',
      address: { street: 'Holtenbroekerdreef', houseNumber: '207', postcode: '8031 XE', city: 'Zwolle' },
    },
    needs: {
      taal: { area: 'DUTCH_AS_SECOND_LANGUAGE', level: 'MEDIUM', accommodations: ['EXTRA_TIME', 'OTHER'] },
      horen: { area: 'HEARING', level: 'LIGHT', accommodations: ['HEARING_EQUIPMENT', 'QUIET_ROOM'] },
      thuis: { area: 'HOME_SITUATION', level: 'LIGHT', accommodations: ['FIXED_COACH'] },
    },
    strengths: ['Ik leer snel', 'Ik durf fouten te maken', 'Ik kan goed rekenen'],
    currentSupport: ['Woordenlijst vooraf bij elk hoofdstuk', 'Een plaats rechts vooraan, dan hoor ik goed'],
    howToDiscuss: 'TOGETHER_WITH_MENTOR',
    conditions: {
      gehoor: {
        name: 'Gehoorverlies aan het linkeroor',
        explanation: 'Met mijn linkeroor hoor ik bijna niets. Zit ik aan de goede kant, dan merkt niemand er iets van.',
        statement: { title: 'Hooronderzoek', issuedBy: 'Audiologisch centrum', issuedOn: ago(310) },
        ownView: 'Soms denken mensen dat ik hen niet begrijp door de taal. Vaak heb ik ze alleen niet gehoord.',
      },
    },
    studyAdvice: {
      lab: {
        text: 'Yara haalt voor wiskunde en scheikunde de hoogste cijfers van de klas. Niveau 4 is passend. Haar Nederlands groeit hard; met woordenlijsten vooraf volgt ze alles.',
        author: joris,
        version: 2,
        acceptedVersion: 2,
        ownView: 'Ik ben er trots op. Ik wil graag dat er ook staat dat ik anderen help.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Yara, 17 jaar. Ik vraag altijd waarom, ook als het antwoord lang is. Ik schaak met mijn vader en ik zing als ik alleen ben.',
      strengths: ['logisch denken', 'talen', 'volhouden'],
      drives: ['begrijpen hoe iets werkt', 'schoon water voor iedereen', 'onafhankelijk zijn'],
      topExperiences: ['waterproef', 'bijles'],
      jobInterest: 'Ik wil in een laboratorium werken dat drinkwater onderzoekt.',
      chosenProgrammes: ['Analist chemie, ROC Voorbeeld'],
      questionForIntaker: 'Kan ik later doorstuderen op het hbo?',
    },
    reflections: {
      QUALITIES: [3, 'Ik kan stil en precies werken. Bij een proef schrijf ik alles op, ook wat mislukt.'],
      MOTIVES: [4, 'Waar ik vroeger woonde was het water niet altijd veilig. Daarom vind ik dit werk belangrijk.'],
      WORK_EXPLORATION: [
        2,
        'Ik heb een waterbedrijf bezocht. Ik dacht dat het lab groot was, maar het was een kleine kamer met veel machines.',
      ],
      CAREER_DIRECTION: [
        3,
        'Mijn vader hoopte op arts. Ik heb uitgelegd dat ik liever achter de microscoop zit. Hij luisterde.',
      ],
      NETWORKING: [2, 'Mijn docent scheikunde stelde mij voor aan een laborant. Wij mailen nu soms.'],
    },
    experiences: {
      waterproef: {
        title: 'Slootwater onderzoeken in drie wijken',
        kind: 'PROJECT',
        from: schoolDay(220),
        to: schoolDay(180),
        place: 'Vechtdal College en de wijken van Zwolle',
        learned: 'Meten is meer dan een getal opschrijven. Je moet ook weten hoe zeker je bent.',
        competencies: ['QUALITIES', 'WORK_EXPLORATION'],
      },
      bijles: {
        title: 'Bijles wiskunde geven',
        kind: 'VOLUNTEERING',
        from: ago(200),
        to: null,
        place: 'Huiswerkklas van de school',
        learned: 'Als ik het kan uitleggen in het Nederlands, dan begrijp ik het zelf ook beter.',
        competencies: ['NETWORKING', 'QUALITIES'],
      },
      waterbedrijf: {
        title: 'Bezoek aan het waterbedrijf',
        kind: 'TRIAL_DAY',
        from: schoolDay(112),
        to: null,
        place: 'Drinkwaterlaboratorium, Zwolle',
        learned: 'Een laborant moet ook goed kunnen samenwerken.',
        competencies: ['WORK_EXPLORATION', 'MOTIVES'],
      },
    },
    talks: {
      dromen: {
        date: schoolDay(118),
        with: joris.name,
        summary: 'Wij hebben gepraat over wat ik thuis zeg en wat ik zelf wil. Dat is nu hetzelfde.',
        nextStep: 'Een laboratorium bezoeken.',
      },
      aanmelden: {
        date: schoolDay(50),
        with: `${joris.name} en mijn vader`,
        summary: 'We hebben samen de aanmelding ingevuld. Mijn onderwijsnummer werkt gewoon.',
        nextStep: 'Cijfers laten vertalen.',
      },
    },
    plusDocument: {
      schaken: {
        category: 'SPORT',
        title: 'Schaakclub, bord twee',
        description: 'Ik speel op dinsdag in het jeugdteam. Vorige maand won ik van iemand die al tien jaar speelt.',
        year: yearOf(50),
      },
      koor: {
        category: 'ART_AND_MUSIC',
        title: 'Koor in de wijk',
        description: 'Wij zingen liedjes uit twaalf landen. Zo heb ik ook Nederlands geleerd.',
        year: yearOf(250),
      },
      tolken: {
        category: 'LANGUAGE',
        title: 'Vertalen voor nieuwe leerlingen',
        description: 'Op hun eerste dag loop ik mee met leerlingen die Arabisch of Frans spreken.',
        year: yearOf(130),
      },
    },
  })
}
