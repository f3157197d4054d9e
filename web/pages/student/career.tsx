import { useSearch } from '@tanstack/react-router'
import { useAsk } from '../../parts/ask.ts'
import { Heading, Link, Text } from '../../parts/basics.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { Experiences } from './career-experiences.tsx'
import { PlusItems, Talks } from './career-more.tsx'
import { Questions } from './career-questions.tsx'
import { MyCareer, type MyCareerQuery } from './career.graphql.ts'
import { career } from './career.texts.ts'
import { Comments } from './parts/comments.tsx'
import { NoDossier } from './parts/no-dossier.tsx'
import { ApprovedAlready, WhoSees } from './parts/who-sees.tsx'
import './parts/student.css'

export type CareerDossier = MyCareerQuery['dossiers']['edges'][number]['node']

export const PARTS = ['ervaringen', 'vragen', 'gesprekken', 'extra'] as const
type Part = (typeof PARTS)[number]
const isPart = (value: string): value is Part => (PARTS as readonly string[]).includes(value)

/** `/loopbaanmap`: experiences, the five competencies as questions, talks, and the plus document; one part at a time (`?deel=`). */
export function Career() {
  const t = useTexts(career)
  const { deel = '' } = useSearch({ strict: false })
  const { data, failure, slow, again } = useAsk(MyCareer, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  const dossier = data.dossiers.edges[0]?.node
  if (!dossier) return <NoDossier />
  const part = isPart(deel) ? deel : 'ervaringen'
  const isPlus = part === 'extra'
  return (
    <Page title={t.title} lead={t.lead}>
      <nav className="parts-nav" aria-label={t.parts}>
        <ul>
          {PARTS.map((each) => (
            <li key={each}>
              <Link
                to="/loopbaanmap"
                search={{ deel: each }}
                {...(each === part ? { 'aria-current': 'true' as const } : {})}
              >
                {t.part[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <ApprovedAlready status={dossier.status} />
      <section key={part} aria-labelledby="part" className="group">
        <Heading level={2} id="part">
          {t.part[part]}
        </Heading>
        <Text soft>{t.partText[part]}</Text>
        {part === 'ervaringen' && <Experiences dossier={dossier} />}
        {part === 'ervaringen' && (
          <Text>
            <Link to="/ervaringen-inlezen">{t.readIn}</Link>
          </Text>
        )}
        {part === 'vragen' && <Questions dossier={dossier} />}
        {part === 'gesprekken' && <Talks dossier={dossier} />}
        {part === 'extra' && <PlusItems dossier={dossier} />}
        <Comments
          dossierId={dossier.id}
          part={isPlus ? 'PLUS_DOCUMENT' : 'CAREER_FILE'}
          itemId={null}
          about={isPlus ? t.wholePlus : t.wholeFile}
          comments={(isPlus ? dossier.plusDocument : dossier.careerFile)?.comments ?? []}
        />
        <WhoSees group={isPlus ? 'PLUS_DOCUMENT' : 'CAREER_FILE'} />
      </section>
    </Page>
  )
}
