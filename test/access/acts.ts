import type { World } from '../world.ts'

/** What people do in the situations of the access table. */

/** A student shares groups with an institution. Answers the consent's id. */
export async function givesConsent(
  world: World,
  student: string,
  institution: string,
  purpose: string,
  groups: readonly string[],
  leftOut: readonly string[] = [],
): Promise<string> {
  const input = { dossierId: world.ids[student], institution, groups, purpose, leftOut }
  return (await world.as(student).act('giveConsent', input, '{ id }'))['id'] as string
}

interface ShownConsent {
  id: string
  state: string
  institution: { brin: string }
}

/** The consents that somebody sees of a dossier, and that are for this institution. */
async function consentsFor(world: World, who: string, student: string, institution: string): Promise<ShownConsent[]> {
  const { data } = await world
    .as(who)
    .query('query ($id: ID!) { dossier(id: $id) { consents { id state institution { brin } } } }', {
      id: world.ids[student],
    })
  return (data.dossier.consents as ShownConsent[]).filter((one) => one.institution.brin === institution)
}

/** Somebody says yes to everything that waits for them. */
export async function approves(world: World, who: string, student: string, institution: string): Promise<void> {
  for (const { id, state } of await consentsFor(world, who, student, institution))
    if (state === 'PENDING_APPROVAL') await world.as(who).act('approveConsent', { id })
}

/** Somebody stops everything that an institution receives. */
export async function revokes(world: World, who: string, student: string, institution: string): Promise<void> {
  for (const { id, state } of await consentsFor(world, who, student, institution))
    if (state === 'GRANTED') await world.as(who).act('revokeConsent', { id })
}

/** A status message of the statutory channel. */
export async function reportsStatus(
  world: World,
  who: string,
  student: string,
  institution: string,
  status: string,
): Promise<void> {
  await world.as(who).act('reportApplicationStatus', {
    applicationId: world.applications[student]?.[institution],
    status,
  })
}

interface Allowed {
  group: string
  detail: string
  from: string | null
  purposes: string[]
}

/** A new agreement of region 10, drafted by its bureau and signed by two. */
export async function signs(
  world: World,
  { allowed, postEnrolment }: { allowed: readonly Allowed[]; postEnrolment: string },
): Promise<void> {
  const input = { region: '10', allowed, minorPolicy: 'BOTH_UNTIL_18', postEnrolment, goals: [] }
  const { id } = await world.as('ilse').act('saveAgreement', input, '{ id }')
  await world.as('ilse').act('activateAgreement', { id })
  await world.as('beheer').act('activateAgreement', { id })
}

/** The agreement of region 10 as it is, without some groups. */
export async function narrows(world: World, without: readonly string[]): Promise<void> {
  const { data } = await world
    .as('joris')
    .query(
      'query ($id: ID!) { dossier(id: $id) { agreement { postEnrolment allowed { group detail from purposes } } } }',
      { id: world.ids['noor'] },
    )
  const { allowed, postEnrolment } = data.dossier.agreement as { allowed: Allowed[]; postEnrolment: string }
  await signs(world, { allowed: allowed.filter(({ group }) => !without.includes(group)), postEnrolment })
}

/** The mentor makes a code for somebody's account. */
export async function invites(
  world: World,
  mentor: string,
  student: string,
  role: 'STUDENT' | 'GUARDIAN',
): Promise<string> {
  const input = { dossierId: world.ids[student], role, name: 'Iemand' }
  return (await world.as(mentor).act('createInvitation', input, '{ code }'))['code'] as string
}

/** Somebody ends the part that somebody else has in a dossier. */
export async function ends(world: World, who: string, student: string, whose: string): Promise<void> {
  const dossierId = world.ids[student]
  const { data } = await world
    .as(who)
    .query('query ($id: ID!) { dossier(id: $id) { endableParties { id name } } }', { id: dossierId })
  const { name } = world.viewer(whose)
  const party = (data.dossier.endableParties as { id: string; name: string }[]).find((one) => one.name === name)
  await world.as(who).act('endParty', { dossierId, partyId: party!.id })
}
