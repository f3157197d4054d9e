import { texts } from '../../parts/texts.tsx'

export const adviceTexts = texts(
  {
    title: 'Advies',
    lead: 'Hier staat wat je school je aanraadt over je studiekeuze. Een nieuwe school ziet een advies pas als jij het hebt aangenomen én het deelt.',
    none: 'Er is nog geen advies voor jou geschreven.',
    one: (place: number, total: number) => (total === 1 ? 'Advies van je school' : `Advies ${place} van ${total}`),
    by: (name: string, role: string, school: string) => `Geschreven door ${name} (${role}${school && `, ${school}`}).`,
    version: (version: number) => `Versie ${version}`,
    choiceTitle: 'Jouw keuze',
    accepted: 'aangenomen',
    open: 'nog niet aangenomen',
    acceptedText: (version: number) =>
      `Je hebt versie ${version} aangenomen. Komt er een nieuwe versie, dan lees je die eerst opnieuw.`,
    newVersion: (accepted: number, version: number) =>
      `Je had versie ${accepted} aangenomen. De tekst is daarna veranderd. Lees versie ${version} en kies opnieuw. Tot die tijd ziet geen nieuwe school dit advies.`,
    openText:
      'Neem je het niet aan? Dan blijft het op je eigen school. Je mag het ook zo laten en schrijven wat jij ervan vindt.',
    accept: (version: number) => `Ik neem versie ${version} aan`,
    acceptedNow: (version: number) => `Je hebt versie ${version} aangenomen.`,
    contest: 'Ik ben het er niet meer mee eens',
    contestText:
      'Vanaf dat moment is dit advies dicht voor elke nieuwe school. Wat zij al gelezen hebben, kunnen wij niet terughalen. Je kunt het later weer aannemen.',
    contestYes: 'Ja, ik neem het niet meer aan',
    contestedNow: 'Je neemt dit advies niet meer aan. Geen nieuwe school ziet het nog.',
  },
  {
    title: 'Advice',
    lead: 'This is what your school advises on your choice of study. A new school sees advice only when you have accepted it and share it.',
    none: 'No advice has been written for you yet.',
    one: (place: number, total: number) => (total === 1 ? 'Advice of your school' : `Advice ${place} of ${total}`),
    by: (name: string, role: string, school: string) => `Written by ${name} (${role}${school && `, ${school}`}).`,
    version: (version: number) => `Version ${version}`,
    choiceTitle: 'Your choice',
    accepted: 'accepted',
    open: 'not accepted yet',
    acceptedText: (version: number) =>
      `You have accepted version ${version}. If there is a new version, you read that first.`,
    newVersion: (accepted: number, version: number) =>
      `You had accepted version ${accepted}. The text changed afterwards. Read version ${version} and choose again. Until then no new school sees this advice.`,
    openText:
      'Do you not accept it? Then it stays at your own school. You may also leave it and write what you think of it.',
    accept: (version: number) => `I accept version ${version}`,
    acceptedNow: (version: number) => `You have accepted version ${version}.`,
    contest: 'I no longer agree with it',
    contestText:
      'From then on this advice is closed to every new school. What they have read already, we cannot take back. You can accept it again later.',
    contestYes: 'Yes, I no longer accept it',
    contestedNow: 'You no longer accept this advice. No new school sees it any more.',
  },
)
