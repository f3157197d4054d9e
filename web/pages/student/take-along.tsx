import { useAsk } from '../../parts/ask.ts'
import { Heading, Link, Text } from '../../parts/basics.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { TakeAlong as Question } from './take-along.graphql.ts'
import { takeAlongTexts } from './take-along.texts.ts'

/** The dossier as a file, and what the hub signs for the student. */
export function TakeAlong({ id }: { id: string }) {
  const t = useTexts(takeAlongTexts)
  const { data } = useAsk(Question, { id })
  const signed = `/export/credential/${id}.jwt`
  const talks = (data?.dossier?.applications ?? []).filter(
    ({ intakePreparation }) => (intakePreparation?.versions.length ?? 0) > 0,
  )
  return (
    <section className="group" aria-labelledby="files">
      <Heading level={2} id="files">
        {t.title}
      </Heading>
      <Text>{t.text}</Text>
      <ul>
        <li>
          <a className="nl-link" href={`/export/dossier/${id}.pdf`}>
            {t.pdf}
          </a>
        </li>
        <li>
          <a className="nl-link" href={`/export/dossier/${id}.json`}>
            {t.json}
          </a>
        </li>
      </ul>
      <Heading level={3}>{t.signedTitle}</Heading>
      <Text>{t.signedText}</Text>
      <ul>
        {data?.dossier?.careerSummary && (
          <li>
            <a className="nl-link" href={`${signed}?of=summary`}>
              {t.summary}
            </a>
          </li>
        )}
        {talks.map(({ id: application, institution }) => (
          <li key={application}>
            <a className="nl-link" href={`${signed}?of=preparation&application=${application}`}>
              {t.preparation(institution.name)}
            </a>
          </li>
        ))}
        <li>
          <Link to="/controleer">{t.check}</Link>
        </li>
      </ul>
    </section>
  )
}
