import { texts } from '../../parts/texts.tsx'

export const agreements = texts(
  {
    listTitle: 'Afspraken per regio',
    listLead:
      'In elke regio spreken de scholen af wat er mee mag in het dossier. Een leerling kan nooit meer delen dan in die afspraak staat.',
    inForce: (version: number) => `versie ${version} geldt nu`,
    noneInForce: 'nog geen afspraak',
    drafts: (count: number) => (count === 1 ? '1 voorstel' : `${count} voorstellen`),
    title: (name: string) => `Afspraken van regio ${name}`,
    lead: 'Een afspraak geldt zodra twee mensen van de regio hem tekenen. De vorige afspraak stopt dan.',
    version: (version: number) => `Versie ${version}`,
    state: { DRAFT: 'voorstel', ACTIVE: 'geldt nu', ENDED: 'voorbij' } as Record<string, string>,
    signedBy: 'Getekend door',
    nobody: 'nog niemand',
    sign: 'Teken deze afspraak',
    signTitle: 'Deze afspraak tekenen?',
    signText:
      'Met de tweede handtekening geldt de afspraak meteen. Wat er niet meer in staat, is dan direct dicht voor het mbo, ook als een leerling het nu deelt.',
    signed: 'Uw handtekening staat eronder.',
    groups: 'Wat mag er mee?',
    group: 'Groep',
    detail: 'Hoeveel',
    from: 'Vanaf',
    purposes: 'Waarvoor',
    details: { TICK: 'alleen aangekruist', TICK_AND_ADVICE: 'aangekruist, met uitleg' },
    notAllowed: (groups: string) => `Mag niet mee: ${groups}.`,
    atOnce: 'meteen',
    policy: 'Wie zegt ja bij 16 en 17 jaar?',
    policies: {
      BOTH_UNTIL_18: 'de leerling en een ouder, tot 18 jaar',
      STUDENT_FROM_16: 'de leerling zelf, vanaf 16 jaar',
    },
    after: 'Wat ziet het mbo na de inschrijving?',
    afters: {
      CONSENT: 'alleen met toestemming',
      RIGHT_OF_ACCESS: 'ook hulp, advies en loopbaanmap, zonder toestemming',
    },
    goals: 'Doelen van de afspraak',
    goalsHint: 'Een doel per regel.',
    beat: 'Nieuwe cijfers op het dashboard',
    beats: (seconds: number): string => {
      const minutes = seconds / 60
      if (!Number.isInteger(minutes)) return `hooguit eens per ${seconds} seconden`
      return minutes === 1 ? 'hooguit eens per minuut' : `hooguit eens per ${minutes} minuten`
    },
    beatSeconds: 'Nieuwe cijfers op het dashboard, hooguit eens per … seconden',
    edit: 'Maak een nieuw voorstel',
    editDraft: 'Wijzig dit voorstel',
    editTitle: 'Voorstel voor een afspraak',
    save: 'Bewaar het voorstel',
    on: 'mag mee',
    needPurpose: 'Kies bij elke groep ten minste een doel.',
    fromHint: 'Leeg: meteen.',
  },
  {
    listTitle: 'Agreements per region',
    listLead:
      'In each region the schools agree what may go along in the file. A pupil can never share more than that agreement says.',
    inForce: (version: number) => `version ${version} is in force`,
    noneInForce: 'no agreement yet',
    drafts: (count: number) => (count === 1 ? '1 draft' : `${count} drafts`),
    title: (name: string) => `Agreements of region ${name}`,
    lead: 'An agreement is in force once two people of the region have signed it. The one before then ends.',
    version: (version: number) => `Version ${version}`,
    state: { DRAFT: 'draft', ACTIVE: 'in force', ENDED: 'ended' },
    signedBy: 'Signed by',
    nobody: 'nobody yet',
    sign: 'Sign this agreement',
    signTitle: 'Sign this agreement?',
    signText:
      'With the second signature the agreement is in force at once. What is no longer in it is then closed to the mbo immediately, even if a pupil shares it now.',
    signed: 'Your signature is under it.',
    groups: 'What may go along?',
    group: 'Group',
    detail: 'How much',
    from: 'From',
    purposes: 'What for',
    details: { TICK: 'only ticked', TICK_AND_ADVICE: 'ticked, with explanation' },
    notAllowed: (groups: string) => `May not go along: ${groups}.`,
    atOnce: 'at once',
    policy: 'Who says yes at 16 and 17?',
    policies: { BOTH_UNTIL_18: 'the pupil and a parent, until 18', STUDENT_FROM_16: 'the pupil alone, from 16' },
    after: 'What does the mbo see after enrolment?',
    afters: { CONSENT: 'only with consent', RIGHT_OF_ACCESS: 'also support, advice and career file, without consent' },
    goals: 'Goals of the agreement',
    goalsHint: 'One goal per line.',
    beat: 'New figures on the dashboard',
    beats: (seconds: number) => {
      const minutes = seconds / 60
      if (!Number.isInteger(minutes)) return `at most once every ${seconds} seconds`
      return minutes === 1 ? 'at most once a minute' : `at most once every ${minutes} minutes`
    },
    beatSeconds: 'New figures on the dashboard, at most once every … seconds',
    edit: 'Make a new draft',
    editDraft: 'Change this draft',
    editTitle: 'Draft of an agreement',
    save: 'Save the draft',
    on: 'may go along',
    needPurpose: 'Choose at least one purpose for each group.',
    fromHint: 'Empty: at once.',
  },
)
