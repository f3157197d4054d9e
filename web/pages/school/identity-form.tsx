import type { Gender, SchoolLevel } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Facts, Text } from '../../parts/basics.tsx'
import type { Dossier } from '../../parts/dossier/types.ts'
import { useDraft } from '../../parts/draft.ts'
import { Select, TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { useViewer } from '../../parts/session.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { common } from '../../texts/common.ts'
import { words } from '../../texts/words.ts'
import { Opening } from './opening.tsx'
import { LEVELS } from '../../texts/orders.ts'
import { CorrectIdentity } from './pupil-acts.graphql.ts'
import { pupilTexts } from './pupil.texts.ts'

const GENDERS = ['FEMALE', 'MALE', 'UNKNOWN'] as const satisfies readonly Gender[]

const typed = (identity: Dossier['identity']) => ({
  initials: identity?.initials ?? '',
  surnamePrefix: identity?.surnamePrefix ?? '',
  surname: identity?.surname ?? '',
  callName: identity?.callName ?? '',
  birthDate: identity?.birthDate ?? '',
  gender: identity?.gender ?? ('UNKNOWN' as Gender),
  code: identity?.municipality?.code ?? '',
  municipality: identity?.municipality?.name ?? '',
  level: identity?.leavingLevel ?? ('' as SchoolLevel | ''),
})

/** The mentor corrects what the school registered. */
export function IdentityForm({ dossierId, identity }: { dossierId: string; identity: Dossier['identity'] }) {
  const t = useTexts(pupilTexts)
  const c = useTexts(common)
  const w = useTexts(words)
  const { organisation } = useViewer()
  const draft = useDraft(`identity:${dossierId}`, typed(identity))
  const correct = useAct(CorrectIdentity)
  const { value, set } = draft
  const { failure } = correct
  const field = (key: 'initials' | 'surnamePrefix' | 'surname' | 'callName') => ({
    name: key,
    failure,
    value: value[key],
    onChange: (next: string) => set({ ...value, [key]: next }),
  })
  return (
    <Opening label={identity ? t.correct : t.fillIn} dirty={draft.dirty}>
      {(close) => (
        <Form
          draft={draft}
          act={correct}
          onCancel={close}
          show={(one) => (
            <Facts
              rows={[
                [t.initials, one.initials],
                [t.prefix, one.surnamePrefix],
                [t.surname, one.surname],
                [t.callName, one.callName],
                [t.birthDate, one.birthDate],
                [t.gender, w.gender[one.gender]],
                [t.municipalityName, one.municipality],
                [t.level, one.level && w.schoolLevel[one.level]],
              ]}
            />
          )}
          onSave={async (one) => {
            const done = await correct.act({
              input: {
                dossierId,
                initials: one.initials,
                surnamePrefix: one.surnamePrefix || null,
                surname: one.surname,
                callName: one.callName || null,
                birthDate: one.birthDate || null,
                gender: one.gender,
                municipality: one.code || one.municipality ? { code: one.code, name: one.municipality } : null,
                leavingLevel: one.level || null,
                // Who is entered for the first time leaves the school of the mentor.
                ...(identity || !organisation ? {} : { leavingSchool: organisation.brin }),
              },
            })
            if (done) close()
            return done !== undefined
          }}
        >
          <Text soft>{t.correctText}</Text>
          <TextField label={t.initials} hint={t.initialsHint} {...field('initials')} />
          <TextField label={t.prefix} optional {...field('surnamePrefix')} />
          <TextField label={t.surname} {...field('surname')} />
          <TextField label={t.callName} optional {...field('callName')} />
          <TextField
            label={t.birthDate}
            type="date"
            name="birthDate"
            failure={failure}
            value={value.birthDate}
            onChange={(birthDate) => set({ ...value, birthDate })}
          />
          <Select
            label={t.gender}
            value={value.gender}
            options={GENDERS.map((each) => [each, w.gender[each]] as const)}
            onChange={(gender) => set({ ...value, gender: gender || 'UNKNOWN' })}
          />
          <TextField
            label={t.municipalityName}
            optional
            name="municipality.name"
            failure={failure}
            value={value.municipality}
            onChange={(municipality) => set({ ...value, municipality })}
          />
          <TextField
            label={t.municipalityCode}
            hint={t.municipalityHint}
            optional
            name="municipality.code"
            failure={failure}
            value={value.code}
            onChange={(code) => set({ ...value, code })}
          />
          <Select
            label={t.level}
            optional
            value={value.level}
            empty={c.choose}
            options={LEVELS.map((each) => [each, w.schoolLevel[each]] as const)}
            onChange={(level) => set({ ...value, level })}
          />
        </Form>
      )}
    </Opening>
  )
}
