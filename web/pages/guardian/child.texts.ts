import { texts } from '../../parts/texts.tsx'

export const childTexts = texts(
  {
    title: (name: string) => `Dossier van ${name}`,
    lead: 'U ziet wat u van het dossier mag lezen. Vanaf 16 jaar kiest uw kind zelf wat u nog meer ziet. Uw kind ziet dat u hebt gekeken.',
    back: 'Terug naar Akkoord',
    closed: 'Dit houdt uw kind voor zichzelf. Dat mag.',
    looked: 'Wie heeft gekeken?',
    lookedText: 'Iedereen die iets van het dossier las. Wat er gelezen is, staat er niet bij.',
  },
  {
    title: (name: string) => `File of ${name}`,
    lead: 'You see what you may read of the file. From the age of 16 your child chooses what else you see. Your child sees that you looked.',
    back: 'Back to Approval',
    closed: 'Your child keeps this private. That is allowed.',
    looked: 'Who looked?',
    lookedText: 'Everybody who read something of the file. What was read is not in it.',
  },
)
