import { useState } from 'react'
import { words } from '../../texts/words.ts'
import { useAct } from '../ask.ts'
import { Actions, Button, Text } from '../basics.tsx'
import { useDates } from '../dates.ts'
import { FailureNote, Group } from '../looks.tsx'
import { useOwner } from '../owner.ts'
import { useSession } from '../session.tsx'
import { useTexts } from '../texts.tsx'
import { dossierTexts } from './dossier.texts.ts'
import { Filled } from './pieces.tsx'
import { RevealPersonalNumber } from './reveal.graphql.ts'
import { officialName, type Dossier, type Look } from './types.ts'

export function IdentityGroup({ value, looks, ...look }: Look & { value: Dossier['identity'] }) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const { date } = useDates()
  return (
    <Group title={t.titles.IDENTITY} value={value} {...look} closedText={looks.closed} emptyText={looks.empty}>
      {(identity) => (
        <Filled
          rows={[
            [t.name, officialName(identity)],
            [t.callName, identity.callName],
            [t.birthDate, date(identity.birthDate)],
            [t.gender, w.gender[identity.gender]],
            [t.municipality, identity.municipality?.name],
            [t.leavingSchool, identity.leavingSchool?.name],
            [t.leavingLevel, identity.leavingLevel && w.schoolLevel[identity.leavingLevel]],
          ]}
        />
      )}
    </Group>
  )
}

export function ContactGroup({ value, looks, ...look }: Look & { value: Dossier['contact'] }) {
  const t = useTexts(dossierTexts)
  return (
    <Group
      title={t.titles.CONTACT}
      value={value}
      {...look}
      closedText={looks.closed}
      emptyText={looks.empty}
      isEmpty={({ email, phone, address }) => !email && !phone && !address}
    >
      {({ email, phone, address }) => (
        <Filled
          rows={[
            [
              t.email,
              email && (
                <a className="nl-link" href={`mailto:${email}`}>
                  {email}
                </a>
              ),
            ],
            [
              t.phone,
              phone && (
                <a className="nl-link" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
                  {phone}
                </a>
              ),
            ],
            [t.address, address && `${address.street} ${address.houseNumber}\n${address.postcode} ${address.city}`],
          ]}
        />
      )}
    </Group>
  )
}

export function PersonalNumberGroup({
  value,
  dossierId,
  looks,
  ...look
}: Look & { value: Dossier['personalNumber']; dossierId: string }) {
  const t = useTexts(dossierTexts)
  return (
    <Group title={t.titles.PERSONAL_NUMBER} value={value} {...look} closedText={looks.closed} emptyText={looks.empty}>
      {(number) => <Number dossierId={dossierId} number={number} />}
    </Group>
  )
}

/** Masked; whole after an act that the student sees. It is kept by nothing but this piece of the page. */
function Number({ dossierId, number }: { dossierId: string; number: NonNullable<Dossier['personalNumber']> }) {
  const t = useTexts(dossierTexts)
  const w = useTexts(words)
  const owner = useOwner()
  const { purpose } = useSession()
  const { act, busy, failure } = useAct(RevealPersonalNumber)
  const [whole, setWhole] = useState<string | null>(null)
  const { masked, kind, statementGiven } = number
  const show = async () => {
    // Who reads for no stated purpose does so for the enrolment, which is what the number is for.
    const done = await act({ input: { dossierId, purpose: purpose ?? 'ENROLMENT_ADMIN' } })
    setWhole(done?.revealPersonalNumber ?? null)
  }
  return (
    <>
      <Filled
        rows={[
          [
            t.number,
            <span key="number" role="status">
              {whole ?? masked}
            </span>,
          ],
          [t.numberKind, w.numberKind[kind]],
          [t.statement, statementGiven ? t.statementGiven : t.statementMissing],
        ]}
      />
      <FailureNote failure={failure} />
      <Actions>
        {whole === null ? (
          <Button busy={busy} onClick={() => void show()}>
            {t.reveal}
          </Button>
        ) : (
          <Button onClick={() => setWhole(null)}>{t.hide}</Button>
        )}
        <Text soft>{t.revealHint(owner)}</Text>
      </Actions>
    </>
  )
}
