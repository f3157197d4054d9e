import { useAsk } from '../../parts/ask.ts'
import { Card, Heading, Link, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { ReadLog } from '../../parts/read-log/read-log.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { words } from '../../texts/words.ts'
import { NoDossier } from './parts/no-dossier.tsx'
import { WhoLooked as WhoLookedQuestion } from './who-looked.graphql.ts'
import { whoLooked } from './who-looked.texts.ts'

/** `/wie-heeft-gekeken`: the read log by week, and who saw the whole number. */
export function WhoLooked() {
  const t = useTexts(whoLooked)
  const w = useTexts(words)
  const { moment } = useDates()
  const { data, failure, slow, again } = useAsk(WhoLookedQuestion, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  const reveals = dossier.personalNumber?.reveals ?? []
  return (
    <Page title={t.title} lead={t.lead}>
      <Card labelledBy="number">
        <Heading level={2} id="number">
          {t.numberTitle}
        </Heading>
        {reveals.length === 0 ? (
          <Text>{t.numberNobody}</Text>
        ) : (
          <ul>
            {reveals.map(({ at, by, purpose }) => (
              <li key={at}>
                {t.numberLine(
                  by.name,
                  by.organisation ? `, ${by.organisation.name}` : ` (${w.role[by.role]})`,
                  w.purpose[purpose],
                  moment(at),
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <ReadLog dossierId={dossier.id} />
      <Text soft>
        {t.strange} <Link to="/delen">{t.toSharing}</Link>
      </Text>
    </Page>
  )
}
