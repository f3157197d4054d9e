import type { Role } from '@doorstroomhub/consent/rules/words.ts'
import { accountOf } from '../../accounts.ts'
import { groenhofCollege } from '../../organisations.ts'
import type { Person } from '../types.ts'

/** Somebody who can sign in to the demo, under the name that the sign-in knows. */
function account(name: string): Person {
  const known = accountOf(name)
  if (!known) throw new RangeError(`the demo has no account ${name}`)
  return { subject: name, name: known.name, role: known.role as Role, brin: known.organisation?.brin ?? null }
}

/** Somebody who is part of a story and has no account in the demo. */
const other = (role: Role, subject: string, name: string, brin: string | null = null): Person => ({
  subject,
  name,
  role,
  brin,
})

/** Everybody who does something to the dossiers of the ten students. */
export const cast = {
  noor: account('noor'),
  sem: account('sem'),
  fatima: account('fatima'),
  daan: account('daan'),
  yara: account('yara'),
  tim: account('tim'),
  lotte: account('lotte'),
  mees: account('mees'),
  eva: account('eva'),
  jay: account('jay'),

  fatherOfNoor: account('father-of-noor'),
  motherOfSem: account('mother-of-sem'),
  motherOfFatima: account('mother-of-fatima'),
  motherOfDaan: account('mother-of-daan'),
  fatherOfDaan: account('father-of-daan'),
  fatherOfYara: other('GUARDIAN', 'father-of-yara', 'Rami Haddad'),
  motherOfTim: other('GUARDIAN', 'mother-of-tim', 'Anneke Mulder'),
  fatherOfMees: other('GUARDIAN', 'father-of-mees', 'Joost Jansen'),

  joris: account('joris'),
  amira: account('amira'),
  marieke: account('marieke'),
  karim: account('karim'),
  intakerOfGroenhof: other('INTAKER', 'intaker-groenhof', 'Willemijn Terpstra', groenhofCollege.brin),
} as const
