import { useState } from 'react'
import type { ImportKind } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Button, Heading, Link, Text } from '../../parts/basics.tsx'
import { Loading, NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { ChooseFile } from './choose-file.tsx'
import { Checked } from './checked.tsx'
import './import.css'
import { ImportSeen, MyImports, OwnDossier } from './read-in.graphql.ts'
import { readInTexts } from './read-in.texts.ts'

/** `/leerlingen/inlezen`: a file of pupils, or one dossier, from the school's own system. */
export function ReadPupils() {
  const t = useTexts(readInTexts)
  return (
    <Page title={t.title} lead={t.lead}>
      <ReadIn kinds={['PUPILS', 'OSO']} dossierId={null} />
      <Text>
        <Link to="/leerlingen" search={{}}>
          {t.toPupils}
        </Link>
      </Text>
    </Page>
  )
}

/** `/ervaringen-inlezen`: what a student wrote down elsewhere. */
export function ReadExperiences() {
  const t = useTexts(readInTexts)
  const { data, failure, slow, again } = useAsk(OwnDossier, {})
  const id = data?.dossiers.edges[0]?.node.id
  return (
    <Page title={t.titleStudent} lead={t.leadStudent}>
      {id === undefined ? (
        <NoAnswer failure={failure} slow={slow} again={again} />
      ) : (
        <ReadIn kinds={['EXPERIENCES']} dossierId={id} />
      )}
      <Text>
        <Link to="/loopbaanmap">{t.toCareer}</Link>
      </Text>
    </Page>
  )
}

function ReadIn({ kinds, dossierId }: { kinds: readonly [ImportKind, ...ImportKind[]]; dossierId: string | null }) {
  const [id, setId] = useState<string | null>(null)
  return id === null ? (
    <>
      <ChooseFile kinds={kinds} dossierId={dossierId} onChecked={setId} />
      <Earlier onOpen={setId} />
    </>
  ) : (
    <OneFile id={id} onAway={() => setId(null)} />
  )
}

function OneFile({ id, onAway }: { id: string; onAway: () => void }) {
  const { data, failure, slow, again } = useAsk(ImportSeen, { id })
  if (!data?.import) return <NoAnswer failure={failure} slow={slow} again={again} />
  return <Checked key={id} seen={data.import} onAway={onAway} onWritten={again} />
}

/** What was begun before: to look up, or to go on with after a break. */
function Earlier({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useTexts(readInTexts)
  const { data, slow } = useAsk(MyImports, {})
  if (!data) return <Loading slow={slow} />
  const shown = (data.imports ?? []).filter(({ state }) => state !== 'RECEIVING')
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="earlier-files">
      <Heading level={2} id="earlier-files">
        {t.earlier}
      </Heading>
      <Text soft>{t.earlierText}</Text>
      <ul className="import-files">
        {shown.map(({ id, fileName, state, done, rows }) => (
          <li key={id}>
            <span className="import-file">
              {fileName}: {t.states[state]} ({t.busy(done, rows)})
            </span>
            <Actions>
              <Button look="subtle" aria-label={`${t.open}: ${fileName}`} onClick={() => onOpen(id)}>
                {t.open}
              </Button>
            </Actions>
          </li>
        ))}
      </ul>
    </section>
  )
}
