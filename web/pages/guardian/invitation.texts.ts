import { texts } from '../../parts/texts.tsx'

export const invitationTexts = texts(
  {
    title: 'Ik heb een code',
    lead: 'De mentor geeft een code, op papier of in een link. Daarmee hoort het dossier bij dit account.',
    code: 'De code',
    hint: 'Zeven groepjes van vier tekens. Hoofdletters, spaties en streepjes maken niet uit.',
    use: 'Gebruik de code',
    done: 'Gelukt. Het dossier hoort nu bij dit account.',
    go: 'Naar het dossier',
    once: 'Een code werkt één keer, en 14 dagen lang. Werkt hij niet? Vraag de mentor om een nieuwe.',
  },
  {
    title: 'I have a code',
    lead: 'The mentor gives a code, on paper or in a link. With it the file belongs to this account.',
    code: 'The code',
    hint: 'Seven groups of four signs. Capitals, spaces and dashes do not matter.',
    use: 'Use the code',
    done: 'It worked. The file now belongs to this account.',
    go: 'To the file',
    once: 'A code works once, for 14 days. Does it not work? Ask the mentor for a new one.',
  },
)
