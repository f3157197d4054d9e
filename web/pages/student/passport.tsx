import { useAct, useAsk } from '../../parts/ask.ts'
import { Heading, Text } from '../../parts/basics.tsx'
import { useDraft } from '../../parts/draft.ts'
import { TextArea } from '../../parts/fields.tsx'
import { Form } from '../../parts/form.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { Comments } from './parts/comments.tsx'
import { filledLines, Lines } from './parts/lines.tsx'
import { NoDossier } from './parts/no-dossier.tsx'
import { ApprovedAlready, WhoSees } from './parts/who-sees.tsx'
import { summaryOf } from './passport-draft.ts'
import { ChooseExperiences } from './passport-experiences.tsx'
import { FromCareer } from './passport-from-career.tsx'
import { PassportSheet } from './passport-sheet.tsx'
import { MyPassport, SaveMyPassport, type MyPassportQuery } from './passport.graphql.ts'
import { passport } from './passport.texts.ts'
import './parts/student.css'

export type PassportDossier = MyPassportQuery['dossiers']['edges'][number]['node']
export type PassportExperience = NonNullable<PassportDossier['careerFile']>['experiences'][number]

/** `/paspoort`: the one page for the intake talk, filled from the career file by choosing, and shown as it will be read. */
export function Passport() {
  const { data, failure, slow, again } = useAsk(MyPassport, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  return dossier ? <PassportPage dossier={dossier} /> : <NoDossier />
}

function PassportPage({ dossier }: { dossier: PassportDossier }) {
  const t = useTexts(passport)
  const save = useAct(SaveMyPassport)
  const draft = useDraft(`passport:${dossier.id}`, summaryOf(dossier.careerSummary))
  const { value, set } = draft
  const experiences = dossier.careerFile?.experiences ?? []
  const { callName, surnamePrefix, surname } = dossier.identity ?? {}
  const name = [callName, surnamePrefix, surname].filter(Boolean).join(' ')
  const area = (field: 'aboutMe' | 'jobInterest' | 'questionForIntaker') => ({
    label: t[field],
    optional: true,
    name: field,
    failure: save.failure,
    value: value[field],
    onChange: (text: string) => set({ ...value, [field]: text }),
  })
  /** Takes a sentence of the career file over, into a list or behind a text. */
  const choosing = (field: 'strengths' | 'drives' | 'chosenProgrammes', longest: number) => ({
    dossier,
    field: t[field],
    longest,
    isOn: (sentence: string) => value[field].includes(sentence),
    add: (sentence: string) => set({ ...value, [field]: [...filledLines(value[field]), sentence] }),
  })
  const lines = (field: 'strengths' | 'drives' | 'chosenProgrammes') => ({
    label: t[field],
    name: field,
    failure: save.failure,
    value: value[field],
    onChange: (next: string[]) => set({ ...value, [field]: next }),
  })
  return (
    <Page title={t.title} lead={t.lead}>
      <ApprovedAlready status={dossier.status} />
      <section aria-labelledby="form">
        <Heading level={2} id="form">
          {t.form}
        </Heading>
        <Form
          draft={draft}
          act={save}
          show={(one) => <PassportSheet name={name} summary={one} experiences={experiences} />}
          onSave={async (one) => {
            // What was removed from the career file meanwhile has no place on the page.
            const known = new Set(experiences.map(({ id }) => id))
            const input = {
              dossierId: dossier.id,
              ...one,
              strengths: filledLines(one.strengths),
              drives: filledLines(one.drives),
              chosenProgrammes: filledLines(one.chosenProgrammes),
              topExperiences: one.topExperiences.filter((id) => known.has(id)),
            }
            return (await save.act({ input })) !== undefined
          }}
        >
          <TextArea {...area('aboutMe')} hint={t.aboutMeHint} maxLength={1000} />
          <Lines {...lines('strengths')} hint={t.linesHint} most={10} maxLength={100} />
          <FromCareer {...choosing('strengths', 100)} competence="QUALITIES" />
          <Lines {...lines('drives')} hint={t.linesHint} most={10} maxLength={100} />
          <FromCareer {...choosing('drives', 100)} competence="MOTIVES" />
          <ChooseExperiences
            experiences={experiences}
            chosen={value.topExperiences}
            onChange={(topExperiences) => set({ ...value, topExperiences })}
          />
          <TextArea {...area('jobInterest')} rows={2} maxLength={500} />
          <FromCareer
            dossier={dossier}
            competence="WORK_EXPLORATION"
            field={t.jobInterest}
            longest={500 - value.jobInterest.length - 1}
            isOn={(sentence) => value.jobInterest.includes(sentence)}
            add={(sentence) => set({ ...value, jobInterest: `${value.jobInterest} ${sentence}`.trim() })}
          />
          <Lines {...lines('chosenProgrammes')} hint={t.chosenProgrammesHint} most={5} maxLength={150} />
          <FromCareer {...choosing('chosenProgrammes', 150)} competence="CAREER_DIRECTION" />
          <TextArea {...area('questionForIntaker')} hint={t.questionHint} rows={2} maxLength={500} />
        </Form>
      </section>
      <section aria-labelledby="preview" className="group">
        <Heading level={2} id="preview">
          {t.preview}
        </Heading>
        <Text soft>{t.previewText}</Text>
        <div className="sheet">
          <PassportSheet name={name} summary={value} experiences={experiences} />
        </div>
      </section>
      <Comments
        dossierId={dossier.id}
        part="CAREER_SUMMARY"
        itemId={null}
        about={t.about}
        comments={dossier.careerSummary?.comments ?? []}
      />
      <WhoSees group="CAREER_SUMMARY" />
    </Page>
  )
}
