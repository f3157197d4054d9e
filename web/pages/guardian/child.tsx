import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAsk } from '../../parts/ask.ts'
import { Heading, Link, Text } from '../../parts/basics.tsx'
import { DossierGroups, useOwnSideLooks } from '../../parts/dossier/dossier.tsx'
import { ReadDossier } from '../../parts/dossier/read-dossier.graphql.ts'
import { officialName } from '../../parts/dossier/types.ts'
import { EraseDossier } from '../../parts/erase-dossier.tsx'
import { NoAnswer, Note } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { ReadLog } from '../../parts/read-log/read-log.tsx'
import { Stops } from '../../parts/stops.ts'
import { useTexts } from '../../parts/texts.tsx'
import { NotFound } from '../start/not-found.tsx'
import { MayReadLog } from './child.graphql.ts'
import { childTexts } from './child.texts.ts'

/** `/kind/$dossier`: the child's dossier as far as the guardian may read it. */
export function ChildDossier() {
  const t = useTexts(childTexts)
  const looks = useOwnSideLooks()
  const { dossier: id = '' } = useParams({ strict: false })
  const { data, failure, slow, again, closed } = useAsk(ReadDossier, { id })
  const [erased, setErased] = useState(false)
  const dossier = data?.dossier
  if (erased)
    return (
      <Page title={t.eraseTitle}>
        <Note kind="good" live>
          {t.erased}
        </Note>
        <Link to="/akkoord">{t.back}</Link>
      </Page>
    )
  if (!dossier) return data ? <NotFound /> : <NoAnswer failure={failure} slow={slow} again={again} />
  const name = dossier.identity ? (dossier.identity.callName ?? officialName(dossier.identity)) : ''
  return (
    <Page title={t.title(name)} lead={t.lead}>
      <Stops dossier={id} again={again} />
      <p>
        <Link to="/akkoord">{t.back}</Link>
      </p>
      <DossierGroups dossier={dossier} closed={closed} looks={{ ...looks, closed: t.closed }} />
      <Looked id={id} />
      {dossier.can.includes('ERASE') && <EraseDossier id={id} words={t} onErased={() => setErased(true)} />}
    </Page>
  )
}

/** The read log, for a guardian of a student under 16. */
function Looked({ id }: { id: string }) {
  const t = useTexts(childTexts)
  const { data, closed, failure, slow, again } = useAsk(MayReadLog, { id })
  if (!data?.dossier) return <NoAnswer failure={failure} slow={slow} again={again} />
  if (closed('dossier', 'readLog')) return null
  return (
    <section aria-labelledby="looked">
      <Heading level={2} id="looked">
        {t.looked}
      </Heading>
      <Text soft>{t.lookedText}</Text>
      <ReadLog dossierId={id} level={3} />
    </section>
  )
}
