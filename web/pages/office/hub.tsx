import { lazy } from 'react'
import type { Role } from '../../graphql/schema.ts'
import { useAsk } from '../../parts/ask.ts'
import { Actions, Button, Facts, Heading, Tag, Text } from '../../parts/basics.tsx'
import { useDates } from '../../parts/dates.ts'
import { Later } from '../../parts/later.tsx'
import { NoAnswer } from '../../parts/looks.tsx'
import { Page } from '../../parts/page.tsx'
import { Table } from '../../parts/table.tsx'
import { useTexts } from '../../parts/texts.tsx'
import { sharingWords } from '../../texts/sharing-words.ts'
import { HubNow, RegionNames, type HubNowQuery } from './hub.graphql.ts'
import { hub as hubTexts } from './hub.texts.ts'

// Under the health of the hub, which is looked at first.
const Webhooks = lazy(async () => ({ default: (await import('./webhooks.tsx')).Webhooks }))

type Hub = NonNullable<HubNowQuery['hub']>

/** `/beheer`: whether the hub works, who is connected, and the webhooks; never anything of a dossier. */
export function HubPage() {
  const t = useTexts(hubTexts)
  const { data, failure, slow, again } = useAsk(HubNow, {})
  if (!data) return <NoAnswer failure={failure} slow={slow} again={again} />
  return (
    <Page title={t.title} lead={t.lead}>
      {data.hub ? (
        <>
          <Health hub={data.hub} again={again} />
          <SigningIn hub={data.hub} />
          <Accounts hub={data.hub} />
          <Systems hub={data.hub} />
          <Limits hub={data.hub} />
        </>
      ) : (
        <Text>{t.unknown}</Text>
      )}
      <Later of="webhooks">
        <Webhooks webhooks={data.webhooks} />
      </Later>
    </Page>
  )
}

function Health({ hub, again }: { hub: Hub; again: () => void }) {
  const t = useTexts(hubTexts)
  const { moment } = useDates()
  return (
    <section className="group" aria-labelledby="health">
      <Heading level={2} id="health">
        {t.healthTitle}
      </Heading>
      <Rows
        caption={t.healthCaption}
        heads={[t.part, t.state]}
        rows={hub.parts.map(({ name, ready }) => [
          t.parts[name] ?? name,
          <Tag key={name} kind={ready ? 'good' : 'stopped'}>
            {ready ? t.works : t.away}
          </Tag>,
        ])}
      />
      <Facts
        rows={[
          [t.version, hub.version],
          [t.since, moment(hub.startedAt)],
          [t.sockets, hub.sockets],
          [t.streams, hub.streams],
          [t.documents, hub.documents],
          [t.errors, hub.unexpectedErrors],
        ]}
      />
      <Actions>
        <Button onClick={again}>{t.refresh}</Button>
      </Actions>
    </section>
  )
}

function SigningIn({ hub }: { hub: Hub }) {
  const t = useTexts(hubTexts)
  return (
    <section className="group" aria-labelledby="signing-in">
      <Heading level={2} id="signing-in">
        {t.signInTitle}
      </Heading>
      <Facts
        rows={[
          [t.signedIn, hub.signedIn],
          [t.signedOut, hub.signedOut],
          [t.signInsRefused, hub.signInsRefused],
          [t.proofsRefused, hub.proofsRefused],
        ]}
      />
    </section>
  )
}

/** Who is at work here, by role and organisation, and where accounts are made and ended: not here. */
function Accounts({ hub }: { hub: Hub }) {
  const t = useTexts(hubTexts)
  const w = useTexts(sharingWords)
  const { moment } = useDates()
  const { data } = useAsk(RegionNames, {})
  /** An analyst's organisation is a region, which a session knows by its code. */
  const placeOf = (role: string, organisation: string): string =>
    role === 'REGION_ANALYST'
      ? t.region(data?.regions.find(({ code }) => code === organisation)?.name ?? organisation)
      : organisation
  return (
    <section className="group" aria-labelledby="accounts">
      <Heading level={2} id="accounts">
        {t.accountsTitle}
      </Heading>
      <Text>{t.accountsText}</Text>
      <Rows
        caption={t.accountsCaption}
        heads={[t.role, t.organisation, t.people, t.last]}
        rows={hub.accounts.map(({ role, organisation, people, lastAskedAt }) => [
          w.role[role as Role] ?? role,
          organisation === null ? '-' : placeOf(role, organisation),
          people,
          moment(lastAskedAt),
        ])}
      />
    </section>
  )
}

function Systems({ hub }: { hub: Hub }) {
  const t = useTexts(hubTexts)
  const { moment } = useDates()
  return (
    <section className="group" aria-labelledby="systems">
      <Heading level={2} id="systems">
        {t.systemsTitle}
      </Heading>
      <Text>{t.clientsText}</Text>
      {hub.systems.length === 0 ? (
        <Text soft>{t.noSystems}</Text>
      ) : (
        <Rows
          caption={t.systemsCaption}
          heads={[t.system, t.institution, t.last]}
          rows={hub.systems.map(({ name, institution, lastAskedAt }) => [name, institution ?? '', moment(lastAskedAt)])}
        />
      )}
    </section>
  )
}

function Limits({ hub }: { hub: Hub }) {
  const t = useTexts(hubTexts)
  const met = hub.limitsMet.filter(({ times }) => times > 0)
  return (
    <section className="group" aria-labelledby="limits">
      <Heading level={2} id="limits">
        {t.limitsTitle}
      </Heading>
      {met.length === 0 ? (
        <Text soft>{t.noLimits}</Text>
      ) : (
        <Rows
          caption={t.limitsCaption}
          heads={[t.limit, t.times]}
          rows={met.map(({ limit, times }) => [t.limits[limit] ?? limit, times])}
        />
      )}
    </section>
  )
}

function Rows({
  rows,
  ...named
}: {
  caption: string
  heads: readonly string[]
  rows: readonly (readonly [React.ReactNode, ...React.ReactNode[]])[]
}) {
  return <Table {...named} rows={rows.map((cells, index) => ({ key: String(index), cells }))} />
}
