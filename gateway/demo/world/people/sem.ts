import { rocVoorbeeld } from '../../organisations.ts'
import type { Dates } from '../dates.ts'
import { programmes } from '../programmes.ts'
import { zwolle } from '../region.ts'
import { tell } from '../tell.ts'
import type { WorldDossier } from '../types.ts'
import { cast } from './cast.ts'

const { sem: me, motherOfSem: mother, joris } = cast

/** Sem, 16: gave the number statement himself; nothing is shared yet, because his mother's yes is missing. */
export function sem(dates: Dates): WorldDossier {
  const { ago, at, schoolDay, yearOf } = dates
  return tell(me, dates, {
    birthDate: dates.born(16, 120),
    level: 'VMBO_TL',
    municipality: zwolle,
    season: dates.season,
    createdAt: at(88, '09:15'),
    guardians: [mother],
    steps: [
      ['IN_CONSULTATION', at(64, '13:05'), me],
      ['READY', at(34, '15:50'), me],
      ['APPROVED', at(31, '21:10'), mother],
    ],
    approvals: [
      [me, at(34, '15:50')],
      [mother, at(31, '21:10')],
    ],
    numberStatement: [me, at(34, '15:55')],
    applications: {
      'roc-voorbeeld': {
        institution: rocVoorbeeld.brin,
        programme: programmes.verpleegkundige,
        messages: [['APPLIED', at(42, '19:20')]],
        preparation: {
          summary: [
            [
              me,
              at(30, '16:00'),
              'Ik ben Sem. Ik ben rustig en dat blijf ik ook als het druk is. Mensen zeggen dat ze zich bij mij op hun gemak voelen.',
            ],
            [
              me,
              at(30, '16:08'),
              'Toen mijn broertje in het ziekenhuis lag, zag ik hoe een verpleegkundige hem aan het lachen kreeg. Dat wil ik ook kunnen.',
            ],
            [
              joris,
              at(28, '10:40'),
              'Sem is twee jaar leerlingmediator geweest. Klasgenoten zoeken hem op als er ruzie is.',
            ],
          ],
          questions: [
            [me, at(27, '15:25'), 'Wanneer is de eerste stage, en mag ik zelf een plek kiezen?'],
            [me, at(27, '15:27'), 'Wat doe je als je een patiënt hebt die boos op je is? Leer je dat?'],
          ],
          support: [
            [
              me,
              at(26, '17:45'),
              'Door mijn astma mis ik soms een dag. Ik haal het werk altijd in, als ik weet wat ik gemist heb.',
            ],
          ],
          agreements: [
            [me, at(25, '16:10'), 'Ik zoek voor het gesprek uit welke vaccinaties ik nodig heb voor de stage.'],
          ],
        },
      },
    },
    consents: {
      kennismaking: {
        institution: rocVoorbeeld.brin,
        groups: ['IDENTITY', 'ACCOMMODATIONS', 'CAREER_SUMMARY', 'INTAKE_PREPARATION'],
        purpose: 'INTAKE_TALK',
        approvals: [[me, at(5, '16:30')]],
        waits: true,
      },
    },

    name: { initials: 'S.J.', surnamePrefix: null, surname: 'Bakker', callName: 'Sem', gender: 'MALE' },
    personalNumber: { kind: 'BSN', number: '999990019' },
    contact: {
      email: 'sembakker@post.example',
      phone: '06 00 00 10 02',
      address: { street: 'Assendorperplein', houseNumber: '3b', postcode: '8012 XB', city: 'Zwolle' },
    },
    needs: {
      energie: { area: 'ENERGY_ILLNESS', level: 'LIGHT', accommodations: ['BREAKS', 'ADAPTED_TIMETABLE'] },
      planning: { area: 'PLANNING', level: 'LIGHT', accommodations: ['PLANNING_HELP'] },
    },
    strengths: ['Ik kan goed luisteren', 'Ik blijf kalm', 'Ik kom mijn afspraken na'],
    currentSupport: [
      'Een klasgenoot maakt foto’s van het bord als ik er niet ben',
      'Bij gym bepaal ik zelf mijn tempo',
    ],
    howToDiscuss: 'MYSELF',
    conditions: {
      astma: {
        name: 'Astma',
        explanation:
          'Bij kou, stof en sterke geuren krijg ik het benauwd. Ik heb altijd mijn pufjes bij me en ik weet wat ik moet doen.',
        statement: null,
        ownView: 'Het zit mij bijna nooit in de weg. Ik wil niet dat iemand denkt dat ik het werk niet aankan.',
      },
    },
    studyAdvice: {
      zorg: {
        text: 'Sem heeft een warme, stevige manier van omgaan met mensen. Verpleegkunde niveau 4 past bij hem. Biologie is zijn sterkste vak, rekenen met medicijnen vraagt nog oefening.',
        author: joris,
        version: 1,
        acceptedVersion: 1,
        ownView: 'Dat van rekenen klopt. Ik oefen nu elke week een half uur.',
      },
    },
    careerSummary: {
      aboutMe:
        'Ik ben Sem, 16 jaar. Ik sta op doel bij het team onder 17 en op zaterdag sta ik in de bakkerij. Ik ben niet de drukste van de klas, maar ik zie wel als iemand ergens mee zit.',
      strengths: ['luisteren', 'kalm blijven', 'betrouwbaar'],
      drives: ['voor mensen zorgen', 'in een team werken', 'iets leren waar je altijd mee verder kunt'],
      topExperiences: ['ziekenhuis', 'mediator'],
      jobInterest: 'Ik wil verpleegkundige worden op een kinderafdeling of op de ambulance.',
      chosenProgrammes: ['Mbo-verpleegkundige, ROC Voorbeeld'],
      questionForIntaker: 'Hoe houdt een verpleegkundige het vol als er iets verdrietigs gebeurt?',
    },
    reflections: {
      QUALITIES: [
        3,
        'Als keeper moet je na een fout meteen weer door. Dat kan ik. Ik denk dat dat in de zorg ook moet.',
      ],
      MOTIVES: [4, 'Ik word blij als iemand zich door mij beter voelt. Een cijfer doet me minder dan een bedankje.'],
      WORK_EXPLORATION: [3, 'In het ziekenhuis liep ik mee met een avonddienst. Er is veel meer overleg dan ik dacht.'],
      CAREER_DIRECTION: [
        3,
        'Eerst wilde ik fysiotherapeut worden. Nu kies ik verpleegkunde, omdat je daar de hele mens ziet.',
      ],
      NETWORKING: [2, 'Mijn tante werkt in de thuiszorg. Zij heeft mij aan haar teamleider voorgesteld.'],
    },
    experiences: {
      ziekenhuis: {
        title: 'Een avonddienst meelopen in het ziekenhuis',
        kind: 'TRIAL_DAY',
        from: schoolDay(140),
        to: null,
        place: 'Afdeling kindergeneeskunde, Zwolle',
        learned: 'Eerst jezelf voorstellen en dan pas iets doen. En dat rust besmettelijk is.',
        competencies: ['WORK_EXPLORATION', 'MOTIVES'],
      },
      mediator: {
        title: 'Leerlingmediator',
        kind: 'VOLUNTEERING',
        from: ago(700),
        to: null,
        place: 'Vechtdal College',
        learned: 'Niet kiezen wie gelijk heeft, maar vragen wat er nodig is.',
        competencies: ['QUALITIES', 'NETWORKING'],
      },
      bakkerij: {
        title: 'Zaterdaghulp in de bakkerij',
        kind: 'JOB',
        from: ago(330),
        to: null,
        place: 'Bakkerij Nijland, Zwolle',
        learned: 'Vroeg opstaan, netjes werken en vriendelijk blijven tegen klanten die haast hebben.',
        competencies: ['QUALITIES'],
      },
    },
    talks: {
      zorg: {
        date: schoolDay(125),
        with: joris.name,
        summary: 'Ik heb verteld over de avonddienst. Joris vroeg wat ik moeilijk vond. Dat was het wachten.',
        nextStep: 'Praten met een student verpleegkunde.',
      },
      thuis: {
        date: schoolDay(62),
        with: `${joris.name} en mijn moeder`,
        summary: 'Mijn moeder vindt de lange diensten lastig, maar ze ziet dat ik dit echt wil.',
        nextStep: 'Open avond bezoeken met mijn moeder.',
      },
    },
    plusDocument: {
      keeper: {
        category: 'SPORT',
        title: 'Keeper en aanvoerder',
        description: 'Ik train twee keer per week. Dit seizoen ben ik aanvoerder.',
        year: yearOf(60),
      },
      ehbo: {
        category: 'CARE',
        title: 'Diploma jeugd-EHBO',
        description:
          'Ik kan een verband aanleggen, iemand in de stabiele zijligging leggen en 112 bellen zonder paniek.',
        year: yearOf(400),
      },
    },
  })
}
