import { useAct } from '../../parts/ask.ts'
import { Actions } from '../../parts/basics.tsx'
import { Sure } from '../../parts/form.tsx'
import { FailureNote } from '../../parts/looks.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { LeaveChild } from './approvals.graphql.ts'
import type { Child } from './approvals.tsx'
import { leaveTexts } from './leave.texts.ts'

/** A guardian who no longer wants a part in the dossier: asked once more, with what it does. */
export function Leave({ child, name, onLeft }: { child: Child; name: string; onLeft: (words: string) => void }) {
  const t = useTexts(leaveTexts)
  const leave = useAct(LeaveChild)
  // A guardian may end nobody's part but their own.
  const [own] = child.endableParties ?? []
  if (!own) return null
  const isAlone = (child.parties ?? []).filter(({ role }) => role === 'GUARDIAN').length < 2
  return (
    <>
      <FailureNote failure={leave.failure} />
      <Actions>
        <Sure
          look="subtle"
          label={t.leave(name)}
          title={t.leaveTitle(name)}
          text={`${t.leaveText(name)}${isAlone ? ` ${t.leaveAlone(name)}` : ''}`}
          yes={t.leaveYes}
          busy={leave.busy}
          onYes={() =>
            void leave.act({ input: { dossierId: child.id, partyId: own.id } }).then((done) => {
              if (done) onLeft(t.left(name))
            })
          }
        />
      </Actions>
    </>
  )
}
