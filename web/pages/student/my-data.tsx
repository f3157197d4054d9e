import { useAct, useAsk } from '../../parts/ask.ts'
import { Card, Facts, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { fieldsOf, useDraft } from '../../parts/draft.ts'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { MyData as MyDataQuestion, UpdateMyContact, type MyDataQuery } from './my-data.graphql.ts'
import { myData } from './my-data.texts.ts'
import { MyNumber } from './my-number.tsx'
import { MyPeople } from './my-people.tsx'
import { NoDossier } from './parts/no-dossier.tsx'
import { ApprovedAlready, WhoSees } from './parts/who-sees.tsx'
import './parts/student.css'

export type Dossier = MyDataQuery['dossiers']['edges'][number]['node']

/** `/gegevens`: who the student is, as the school has it; the number, hidden; and how to reach the student. */
export function MyData() {
  const t = useTexts(myData)
  const { data, failure, slow, again } = useAsk(MyDataQuestion, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  return (
    <Page title={t.title} lead={t.lead}>
      <Identity dossier={dossier} />
      <MyNumber dossier={dossier} again={again} />
      <Contact dossier={dossier} />
      <MyPeople dossier={dossier} />
    </Page>
  )
}

function Identity({ dossier }: { dossier: Dossier }) {
  const t = useTexts(myData)
  const c = useTexts(common)
  const w = useTexts(words)
  const { date } = useDates()
  const { identity, parties } = dossier
  const mentors = (parties ?? []).filter(({ role }) => role === 'MENTOR').map(({ name }) => name)
  return (
    <Card labelledBy="identity">
      <Heading level={2} id="identity">
        {t.identity}
      </Heading>
      {identity ? (
        <Facts
          rows={[
            [t.callName, identity.callName ?? c.empty],
            [t.surname, [identity.surnamePrefix, identity.surname].filter(Boolean).join(' ')],
            [t.initials, identity.initials],
            [t.birthDate, date(identity.birthDate)],
            [t.gender, w.gender[identity.gender]],
            [t.municipality, identity.municipality?.name ?? c.empty],
            [t.school, identity.leavingSchool?.name ?? c.empty],
            [t.level, identity.leavingLevel ? w.schoolLevel[identity.leavingLevel] : c.empty],
          ]}
        />
      ) : (
        <Text soft>{c.empty}</Text>
      )}
      <Note>
        <strong>{t.wrong}</strong> {t.wrongText(mentors.join(', '))}
      </Note>
      <WhoSees group="IDENTITY" />
    </Card>
  )
}

interface ContactDraft {
  email: string
  phone: string
  street: string
  houseNumber: string
  postcode: string
  city: string
}

const draftOf = (contact: Dossier['contact']): ContactDraft => ({
  email: contact?.email ?? '',
  phone: contact?.phone ?? '',
  street: contact?.address?.street ?? '',
  houseNumber: contact?.address?.houseNumber ?? '',
  postcode: contact?.address?.postcode ?? '',
  city: contact?.address?.city ?? '',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

function Contact({ dossier: { id, status, contact } }: { dossier: Dossier }) {
  const t = useTexts(myData)
  const c = useTexts(common)
  const save = useAct(UpdateMyContact)
  const draft = useDraft(`contact:${id}`, draftOf(contact))
  const text = fieldsOf(draft, save.failure)
  const field = (name: keyof ContactDraft) => ({ ...text(name), label: t[name] })
  return (
    <Card labelledBy="contact">
      <Heading level={2} id="contact">
        {t.contact}
      </Heading>
      <Text soft>{t.contactText}</Text>
      <ApprovedAlready status={status} />
      <Form
        draft={draft}
        act={save}
        show={(one) => (
          <Facts
            rows={[
              [t.email, one.email || c.none],
              [t.phone, one.phone || c.none],
              [t.address, [one.street, one.houseNumber, one.postcode, one.city].filter(Boolean).join(' ') || c.none],
            ]}
          />
        )}
        onSave={async ({ email, phone, street, houseNumber, postcode, city }) => {
          const noAddress = [street, houseNumber, postcode, city].every((text) => orNull(text) === null)
          const address = noAddress ? null : { street, houseNumber, postcode, city }
          return (
            (await save.act({ input: { dossierId: id, email: orNull(email), phone: orNull(phone), address } })) !==
            undefined
          )
        }}
      >
        <TextField {...field('email')} optional type="email" autoComplete="email" maxLength={254} />
        <TextField {...field('phone')} optional type="tel" autoComplete="tel" maxLength={30} />
        <fieldset className="choices">
          <legend>{t.address}</legend>
          <p className="soft">{t.addressHint}</p>
          <TextField {...field('street')} autoComplete="address-line1" maxLength={100} />
          <TextField {...field('houseNumber')} maxLength={20} />
          <TextField {...field('postcode')} autoComplete="postal-code" maxLength={10} />
          <TextField {...field('city')} autoComplete="address-level2" maxLength={80} />
        </fieldset>
      </Form>
      <WhoSees group="CONTACT" />
    </Card>
  )
}
