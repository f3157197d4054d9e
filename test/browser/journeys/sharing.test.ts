import { describe, expect, test } from 'vitest'
import { expectFine } from '../axe.ts'
import { chromiumHere, focused } from '../browser.ts'
import { onStage } from '../stage.ts'

describe.skipIf(chromiumHere === undefined)('sharing, and stopping', () => {
  const stage = onStage()
  const { at } = stage
  /** What somebody of an mbo gets of a field of a dossier now: its value, or null. */
  const gets = async (who: string, student: string, field: string, purpose = 'INTAKE_TALK'): Promise<unknown> => {
    const { data } = await stage.here
      .as(who, { purpose })
      .query(`query ($id: ID!) { dossier(id: $id) { ${field} } }`, { id: stage.here.ids[student] })
    return (data?.dossier as Record<string, unknown> | null)?.[field.split(' ')[0]!] ?? null
  }
  const consentsOf = async (who: string, student: string) =>
    (
      await stage.here.as(who).query('query ($id: ID!) { dossier(id: $id) { consents { groups state wording } } }', {
        id: stage.here.ids[student],
      })
    ).data.dossier.consents as { groups: string[]; state: string; wording: string }[]

  test('the father of Noor approves what waits, without reading it, and marieke then gets it', async () => {
    expect(await gets('marieke', 'noor', 'conditions { name }', 'SUPPORT_ARRANGEMENT')).toBeNull()
    const noor = await at('noor', '/delen')
    await noor.getByText('Erik de Vries moet nog ja zeggen').waitFor()
    const page = await at('father-of-noor', '/akkoord')
    await page.getByRole('heading', { name: 'Noor wil delen met ROC Voorbeeld' }).waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/dyslexie/i)
    await page.getByText('Komt er binnen 14 dagen daarna geen akkoord, dan vervalt dit vanzelf.').waitFor()
    await page.getByText('Het mbo ziet dan niets meer uit het dossier.').waitFor()
    // What Noor read stays in the language in which she read it.
    await page.getByRole('button', { name: 'English' }).click()
    const read = page.getByRole('blockquote').filter({ hasText: 'Wil je dit delen met ROC Voorbeeld?' })
    expect(await read.getAttribute('lang')).toBe('nl')
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await expectFine(page)
    await page.getByRole('button', { name: 'Ja, ik ga akkoord' }).click()
    await page.getByText('U bent akkoord. ROC Voorbeeld ziet dit nu.').waitFor()
    await expectFine(page)
    expect(await gets('marieke', 'noor', 'conditions { name }', 'SUPPORT_ARRANGEMENT')).toEqual([{ name: 'Dyslexie' }])
    // Her own page hears of it by itself.
    await noor.getByRole('button', { name: 'Stop met delen met ROC Voorbeeld: Naam van de diagnose' }).waitFor()
    await expectFine(noor)
  })

  test('a guardian reads the dossier as far as the child’s age and choice allow', async () => {
    const page = await at('mother-of-sem', `/kind/${stage.here.ids['sem']}`)
    await page.getByRole('heading', { name: 'Dossier van Sem' }).waitFor()
    expect(await page.getByText('Dit is niet open voor u.').count()).toBeGreaterThan(3)
    expect(await page.getByRole('heading', { name: 'Wie heeft gekeken?' }).count()).toBe(0)
    await expectFine(page)
    const father = await at('father-of-noor', `/kind/${stage.here.ids['noor']}`)
    await father.getByText('Dyslexieverklaring').waitFor()
    await father.getByText('Uw kind ziet dat u dit deed').waitFor()
    await father.getByRole('heading', { name: 'Wie heeft gekeken?' }).waitFor()
    await expectFine(father)
  })

  test('sem waits for his mother, and what he shares opens with her yes', async () => {
    const sem = await at('sem', '/delen')
    await sem.getByText('Anja Bakker moet nog ja zeggen. Tot dan ziet ROC Voorbeeld dit niet.').waitFor()
    await expectFine(sem)
    expect(await gets('marieke', 'sem', 'identity { surname }')).toBeNull()
    const mother = await at('mother-of-sem', '/akkoord')
    await mother.getByRole('button', { name: 'Ja, ik ga akkoord' }).click()
    await sem.getByRole('button', { name: 'Stop met delen met ROC Voorbeeld: Wie ik ben' }).waitFor()
    expect(await gets('marieke', 'sem', 'identity { surname }')).toEqual({ surname: 'Bakker' })
    // And she stops it again, on the same page.
    await mother.getByRole('button', { name: /^Stop met delen met ROC Voorbeeld/ }).click()
    await mother.getByText('Gestopt. ROC Voorbeeld ziet dit nu niet meer.').waitFor()
    expect(await gets('marieke', 'sem', 'identity { surname }')).toBeNull()
    await sem.getByText('door Anja Bakker').waitFor()
  })

  test('fatima turned eighteen: she decides alone, under the words she read, and her mother sees nothing any more', async () => {
    const mother = await at('mother-of-fatima', '/akkoord')
    await mother.getByText('Dan beslist uw kind zelf').waitFor()
    expect(await mother.getByRole('heading', { name: 'Fatima' }).count()).toBe(0)
    await expectFine(mother)
    const page = await at('fatima', '/delen')
    const school = page.getByRole('region', { name: 'Vakcollege Delta' })
    await school.getByText('Dat hebben de scholen in die regio zo afgesproken').waitFor()
    // Nothing is on that she does not share already.
    const on = school.getByRole('switch', { checked: true })
    expect(
      await on.evaluateAll((all) =>
        all.map((one) => (one as unknown as { labels: { textContent: string }[] }).labels[0]!.textContent),
      ),
    ).toEqual(['Wie ik ben', 'Mijn paspoort (kort)'])
    const contact = school.getByRole('switch', { name: 'Hoe ik te bereiken ben' }).first()
    await contact.check()
    const words = school.getByText(/^Wil je dit delen met Vakcollege Delta\?/)
    const shown = await words.innerText()
    await expectFine(page)
    expect(await gets('karim', 'fatima', 'contact { email }')).toBeNull()
    await school.getByRole('button', { name: 'Ja, deel dit' }).click()
    await page.getByText('Gedeeld. Vakcollege Delta ziet dit nu.').waitFor()
    expect(await gets('karim', 'fatima', 'contact { email }')).not.toBeNull()
    const given = (await consentsOf('fatima', 'fatima')).find(({ groups }) => groups.join() === 'CONTACT')
    expect(given).toMatchObject({ state: 'GRANTED', wording: shown })
  })

  test('a switch says in words how it stands, and goes off with one press of a key where one stays', async () => {
    const page = await at('eva', '/delen')
    const school = page.getByRole('region', { name: 'ROC Voorbeeld' })
    const plus = school.getByRole('switch', { name: 'Wat ik extra deed' }).first()
    const row = school
      .getByRole('listitem')
      .filter({ has: page.getByRole('switch', { name: 'Wat ik extra deed' }) })
      .first()
    await row.getByText('niet gedeeld', { exact: true }).waitFor()
    await plus.focus()
    await page.keyboard.press('Space')
    await row.getByText('nog niet gedeeld: zeg hieronder ja').waitFor()
    expect(await gets('marieke', 'eva', 'plusDocument { items { id } }')).toBeNull()
    await school.getByRole('button', { name: 'Ja, deel dit' }).click()
    await row.getByText('gedeeld', { exact: true }).waitFor()
    expect(await plus.isChecked()).toBe(true)
    expect(await gets('marieke', 'eva', 'plusDocument { items { id } }')).not.toBeNull()
    await plus.focus()
    await page.keyboard.press('Space')
    await school.getByText('Gestopt. ROC Voorbeeld ziet dit nu niet meer.').waitFor()
    await row.getByText('niet gedeeld', { exact: true }).waitFor()
    expect(await focused(page)).toBe('Wat ik extra deed')
    expect(await plus.isChecked()).toBe(false)
    expect(await gets('marieke', 'eva', 'plusDocument { items { id } }')).toBeNull()
    await page.context().close()
  })

  test('one need is left out before sharing, and another afterwards', async () => {
    const page = await at('eva', '/delen')
    const school = page.getByRole('region', { name: 'ROC Voorbeeld' })
    await school.getByRole('switch', { name: 'Wat mij helpt' }).first().check()
    const choices = school.getByRole('group', { name: 'Wat laat je weg?' })
    const own = stage.here.told('eva').content as unknown as { support: { needs: unknown[] } }
    const all = own.support.needs.length
    await choices.getByRole('checkbox').first().check()
    await school.getByText('1 ding laat jij weg.').waitFor()
    await expectFine(page)
    // What was chosen outlives a reload; nothing of it is shared by that.
    await page.reload()
    await school.getByText('1 ding laat jij weg.').waitFor()
    expect(await gets('marieke', 'eva', 'accommodations { strengths }')).toBeNull()
    await school.getByRole('button', { name: 'Ja, deel dit' }).click()
    await page.getByText('Gedeeld. ROC Voorbeeld ziet dit nu.').waitFor()
    const needs = async () =>
      ((await gets('marieke', 'eva', 'accommodations { needs { id } }')) as { needs: unknown[] } | null)?.needs.length
    expect(await needs()).toBe(all - 1)
    await school.getByText('Iets hiervan weglaten').click()
    await school
      .getByRole('button', { name: /^Laat weg:/ })
      .first()
      .click()
    await page.getByText(/^Weggelaten: .*ROC Voorbeeld ziet dit nu niet meer/).waitFor()
    expect((await needs()) ?? 0).toBe(all - 2)
    await expectFine(page)
  })

  test('lotte stops one part and then all of it: karim gets nothing from then on', async () => {
    const page = await at('lotte', '/delen')
    const school = page.getByRole('region', { name: 'Vakcollege Delta' })
    expect(await gets('karim', 'lotte', 'accommodations { needs { id } }')).not.toBeNull()
    await school.getByRole('button', { name: 'Stop met delen met Vakcollege Delta: Wat mij helpt' }).click()
    await school
      .getByText(
        'Gestopt. Vakcollege Delta ziet dit nu niet meer. Wat zij al gelezen hebben, kunnen wij niet terughalen.',
      )
      .waitFor()
    expect(await gets('karim', 'lotte', 'accommodations { needs { id } }')).toBeNull()
    expect(await gets('karim', 'lotte', 'identity { surname }')).not.toBeNull()
    await expectFine(page)
    await page.getByRole('button', { name: 'Even stoppen met delen' }).click()
    await page.getByRole('button', { name: 'Weer verder met delen' }).waitFor()
    expect(await gets('karim', 'lotte', 'identity { surname }')).toBeNull()
    await expectFine(page)
    await page.getByRole('button', { name: 'Weer verder met delen' }).click()
    await page.getByRole('button', { name: 'Even stoppen met delen' }).waitFor()
    expect(await gets('karim', 'lotte', 'identity { surname }')).not.toBeNull()
    // What the region of that school does not let go along is said plainly, also where she said yes to it.
    const plus = school.getByRole('listitem').filter({ has: page.getByRole('switch', { name: 'Wat ik extra deed' }) })
    await plus.first().getByText('Jij zei hier ja tegen, maar Vakcollege Delta ziet dit nu niet.').waitFor()
    expect(await plus.first().innerText()).not.toMatch(/Zij zien|stopt vanzelf/)
    await school.getByText('Zij zien: je naam').first().waitFor()
    // Of what that region agreed on in ticks alone nothing more is said to go along, shared or not.
    const helps = school.getByRole('listitem').filter({ has: page.getByRole('switch', { name: 'Wat mij helpt' }) })
    await helps.getByText('zonder geschreven tekst').first().waitFor()
    expect(await helps.first().innerText()).not.toContain('wat goed gaat')
    await school.getByText('Dit kun je met deze school niet delen').waitFor()
    // Once: in its own row, not in the list of what cannot be shared as well.
    expect(await school.getByRole('listitem').filter({ hasText: 'Wat ik extra deed' }).count()).toBe(1)
    expect(await page.getByText('Een school ziet altijd dat jij je daar hebt aangemeld.').count()).toBe(1)
  })

  test('daan sees that it was stopped, by whom, and the words of then', async () => {
    const page = await at('daan', '/delen')
    await page.getByText(/^gestopt op /).waitFor()
    await page.getByText('door Rob Visser').waitFor()
    await page.getByText('De woorden waar ja tegen is gezegd').click()
    await page.getByText(/^Wil je dit delen met ROC Voorbeeld\?/).waitFor()
    await expectFine(page)
  })

  test('tim says no to a question, of which nobody hears, and yes to a time', async () => {
    const marieke = stage.here.as('marieke', { purpose: 'INTAKE_TALK' })
    const message = 'Mogen wij je bellen?'
    await marieke.act('requestConsent', {
      dossierId: stage.here.ids['tim'],
      groups: ['CONTACT'],
      purpose: 'INTAKE_TALK',
      message,
    })
    const applicationId = stage.here.applications['tim']!['01VB']
    await marieke.act('proposeTalk', { applicationId, at: '2026-12-10T13:00:00+01:00' })
    const theirs = () => gets('marieke', 'tim', 'consentRequests { id open message }')
    const before = await theirs()
    const page = await at('tim', '/delen')
    await page.getByText(message).waitFor()
    await page.getByText('ROC Voorbeeld stelt voor: donderdag 10 december').waitFor()
    await expectFine(page)
    await page.getByRole('button', { name: 'Nee, ik deel dit niet' }).click()
    await page.getByText('Je hebt nee gezegd. Niemand krijgt daar bericht van.').waitFor()
    expect(await theirs()).toEqual(before)
    await page.getByRole('button', { name: 'Ja, dat is goed' }).click()
    await page.getByText('Je afspraak met ROC Voorbeeld: donderdag 10 december').waitFor()
    await expectFine(page)
  })

  test('the page in English keeps English words', async () => {
    const page = await at('eva', '/delen')
    await page.getByRole('button', { name: 'English' }).click()
    const school = page.getByRole('region', { name: 'ROC Voorbeeld' })
    await school.getByRole('switch', { name: 'How to reach me' }).first().check()
    const shown = await school.getByText(/^Do you want to share this with ROC Voorbeeld\?/).innerText()
    await school.getByRole('button', { name: 'Yes, share this' }).click()
    await page.getByText('Shared. ROC Voorbeeld sees this now.').waitFor()
    expect((await consentsOf('eva', 'eva')).map(({ wording }) => wording)).toContain(shown)
    await expectFine(page)
  })
})
