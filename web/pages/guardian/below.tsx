import { Tag, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Fold } from '../../parts/form.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { useViewer } from '../../parts/session.tsx'
import { words } from '../../texts/words.ts'
import { approvalsTexts } from './approvals.texts.ts'
import type { Child } from './approvals.tsx'
import { leaveTexts } from './leave.texts.ts'
import { Leave } from './leave.tsx'

/** What stands below in a child's card, and comes after it: what was, and the way out. */
export function Below({ child, name, onLeft }: { child: Child; name: string; onLeft: (words: string) => void }) {
  return (
    <>
      <Before child={child} />
      <Leave child={child} name={name} onLeft={onLeft} />
    </>
  )
}

/** What was shared before or declined: what came of it, when and by whom. */
function Before({ child }: { child: Child }) {
  const t = useTexts(approvalsTexts)
  const l = useTexts(leaveTexts)
  const w = useTexts(words)
  const { day } = useDates()
  const viewer = useViewer()
  const over = (child.consents ?? []).filter(({ state }) => state !== 'GRANTED' && state !== 'PENDING_APPROVAL')
  if (over.length === 0) return null
  return (
    <Fold title={l.beforeTitle}>
      <ul className="plain">
        {over.map(({ id, institution, groups, purpose, state, revokedAt, stoppedBy }) => (
          <li key={id}>
            <Tag kind={state === 'REVOKED' ? 'stopped' : 'neutral'}>
              {revokedAt === null ? w.consentState[state] : l.ended(w.consentState[state], day(revokedAt))}
            </Tag>{' '}
            {stoppedBy !== null && l.by(stoppedBy.name === viewer.name ? l.you : stoppedBy.name)}
            <Text>
              {t.shared(institution.name, w.purpose[purpose])} {groups.map((group) => w.group[group]).join(', ')}
            </Text>
          </li>
        ))}
      </ul>
    </Fold>
  )
}
