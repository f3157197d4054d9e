import { texts } from '../../../parts/texts.tsx'

export const noDossier = texts(
  {
    erased: 'Je dossier is weggehaald.',
    noDossierTitle: 'Nog geen dossier',
    noDossier: 'Er hoort nog geen dossier bij jou. Zo krijg je er een:',
    noDossierSteps: [
      'Je mentor maakt je dossier. Dat kun je niet zelf: je school weet zeker wie je bent en hoe oud je bent.',
      'Je mentor geeft je een code op papier.',
      'Met die code hoort het dossier bij jou. Daarna vul jij het in, en beslis jij wat je deelt.',
    ],
    noDossierAsk: 'Nog geen code? Vraag je mentor erom.',
    haveCode: 'Ik heb een code',
  },
  {
    erased: 'Your file has been removed.',
    noDossierTitle: 'No file yet',
    noDossier: 'No file belongs to you yet. This is how you get one:',
    noDossierSteps: [
      'Your mentor makes your file. You cannot do that yourself: your school knows for sure who you are and how old you are.',
      'Your mentor gives you a code on paper.',
      'With that code the file belongs to you. Then you fill it in, and you decide what you share.',
    ],
    noDossierAsk: 'No code yet? Ask your mentor for it.',
    haveCode: 'I have a code',
  },
)
