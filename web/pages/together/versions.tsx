import { lazy, useState } from 'react'
import type { SectionKey } from '../../graphql/schema.ts'
import { useAct } from '../../parts/ask.ts'
import { Actions, Button, Heading, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Later } from '../../parts/later.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { KeepVersion, type TogetherPageQuery } from './together.graphql.ts'
import { versionTexts } from './versions.texts.ts'

const VersionContent = lazy(async () => ({ default: (await import('./version-content.tsx')).VersionContent }))

type Dossier = NonNullable<TogetherPageQuery['dossier']>
type Preparation = NonNullable<NonNullable<Dossier['applications']>[number]['intakePreparation']>
type Version = Preparation['versions'][number]

export interface Where {
  dossier: string
  application: string
  preparation: Preparation
  /** The sections that are open to the viewer now. */
  open: readonly SectionKey[]
}

/** The versions that were kept, the newest first: what they held, what changed since, and a way back. */
export function Versions({ mayKeep, again, ...where }: Where & { mayKeep: boolean; again: () => void }) {
  const t = useTexts(versionTexts)
  const keep = useAct(KeepVersion)
  const [kept, setKept] = useState<number | null>(null)
  const { id, versions } = where.preparation
  return (
    <section className="group" aria-labelledby="versions">
      <Heading level={2} id="versions">
        {t.title}
      </Heading>
      <Text soft>{versions.length === 0 ? t.none : t.text}</Text>
      <FailureNote failure={keep.failure} />
      {mayKeep && (
        <Actions>
          <Button
            busy={keep.busy}
            onClick={() =>
              void keep.act({ input: { intakePreparationId: id } }).then((done) => {
                if (!done) return
                setKept(done.freezeIntakePreparation.number)
                // The answer of a page without versions names none, so nothing asks it again by itself.
                again()
              })
            }
          >
            {t.keep}
          </Button>
          <span role="status">{kept !== null && t.kept(kept)}</span>
        </Actions>
      )}
      {versions.map((version) => (
        <OneVersion key={version.id} version={version} {...where} />
      ))}
    </section>
  )
}

function OneVersion({ version, ...where }: Where & { version: Version }) {
  const t = useTexts(versionTexts)
  const { moment } = useDates()
  const [isOpen, setOpen] = useState(false)
  const { number, frozenAt, frozenBy, sha256 } = version
  return (
    <details className="fold card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.name(number, moment(frozenAt), frozenBy)}</summary>
      {isOpen && (
        <Later of={number}>
          <VersionContent number={number} {...where} />
        </Later>
      )}
      <p className="soft hash">
        {t.hash}: <code>{sha256}</code>. {t.hashText}
      </p>
    </details>
  )
}
