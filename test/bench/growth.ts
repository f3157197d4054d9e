import { Contestants, files } from './contestants.ts'
import { answerOf, comparable } from './compare.ts'
import { addLines, expectedOf, type Expected } from './growth/data.ts'
import { questions, type Question } from './growth/questions.ts'
import { fill, openHouse, type House } from './house.ts'
import { openIssuer, type Issuer } from './issuer.ts'
import type { Asker } from './load.ts'
import { ratio } from './ratios.ts'
import { figuresOf, measure, type Running } from './rounds.ts'
import type { Bench, Figures, Ratio, Row } from './row.ts'

const REACH = { atMost: 1.3 }

interface Size {
  name: string
  url: string
  expected: Expected
  running: Running
}

/** The same hub before a small, a larger and a large database: what a question costs must not hang on how many others there are. */
export async function growthRow(bench: Bench, asker: Asker, core: number | null): Promise<Row> {
  const house = await openHouse()
  const issuer = await openIssuer()
  const contestants = new Contestants(house, core)
  try {
    const counts = bench.quick ? [30, 60, 120] : [1_000, 10_000, 100_000]
    const linesEach = bench.quick ? 30 : 100
    const sizes: Size[] = []
    let what = ''
    for (const dossiers of counts) {
      const postgresql = await bench.postgresql()
      if (!postgresql) throw new Error('it needs PostgreSQL')
      what = postgresql.what
      sizes.push(await open(bench, house, contestants, issuer, { dossiers, linesEach, url: postgresql.url }))
    }
    const ratios: Ratio[] = []
    const figures: Figures[] = []
    for (const question of questions) {
      bench.say(question.name)
      const running = await checked(question, sizes, issuer)
      const measured = await measure(asker, running, {
        body: question.body,
        atOnce: 1,
        ...(bench.quick
          ? { warmSeconds: 0.1, roundSeconds: 0.2, rounds: 1 }
          : // Short and many: what disturbs the machine disturbs all sizes alike.
            { warmSeconds: 3, warmRequests: 200, roundSeconds: 0.3, rounds: 40 }),
      })
      const [small, ...larger] = measured
      for (const one of larger)
        ratios.push(
          // Asked one after the other, the time of a question is the inverse of the questions per second.
          ratio(`${question.name}, ${one.contestant} / ${small!.contestant}, time`, small!, one, 'perSecond', REACH),
        )
      figures.push(
        ...measured.map((one, index) => ({
          ...figuresOf(one),
          contestant: `${question.name}: ${one.contestant}`,
          more: { lines: sizes[index]!.expected.lines, megabytes: sizes[index]!.expected.megabytes },
        })),
      )
    }
    const told = sizes.map(({ name, expected }) => `${name}: ${expected.lines} lines, ${expected.megabytes} MB`)
    return {
      name: 'growth',
      what: `a hub in one process, asked one question at a time, with ${linesEach} lines of the read log a dossier; ${what}`,
      ratios,
      figures,
      notes: [
        `${told.join('; ')}. The log is in four parts of a school year, three of them full.`,
        'The list and the page of the log were compared with what the database says, the dossier with that of the small one, the counts with the exact ones.',
      ],
    }
  } finally {
    await contestants.stop()
    await issuer.close()
    await house.close()
  }
}

async function open(
  bench: Bench,
  house: House,
  contestants: Contestants,
  issuer: Issuer,
  { dossiers, linesEach, url }: { dossiers: number; linesEach: number; url: string },
): Promise<Size> {
  const name = `${dossiers} dossiers`
  bench.say(`${name}: filling`)
  let expected: Expected | undefined
  await fill(
    house,
    { DATABASE_URL: url },
    {
      // The ten people of the demo are among them.
      generated: dossiers - 10,
      andThen: async (database) => {
        bench.say(`${name}: ${dossiers * linesEach} lines of the log`)
        await addLines(database.sql, linesEach)
        // What autovacuum would have done by the time that there are so many.
        await database.sql('vacuum analyze')
        expected = await expectedOf(database.sql)
      },
    },
  )
  await contestants.add(name, files.hub, { DATABASE_URL: url, OIDC_ISSUER: issuer.url })
  return { name, url, expected: expected!, running: contestants.running.at(-1)! }
}

/** Asks every size once and looks whether the answer is right; gives who is to be timed. */
async function checked(question: Question, sizes: readonly Size[], issuer: Issuer): Promise<Running[]> {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    authorization: `Bearer ${await issuer.tokenOf(question.who)}`,
    ...(question.purpose === null ? {} : { 'x-purpose': question.purpose }),
  }
  const answers = []
  for (const { name, running, expected } of sizes) {
    const answer = comparable(await answerOf(running.url, headers, question.body))
    const wrong = question.check(answer, expected, answers[0] ?? answer)
    if (wrong !== null) throw new Error(`${question.name}, ${name}: ${wrong}`)
    answers.push(answer)
  }
  return sizes.map(({ running }) => ({ ...running, headers }))
}
