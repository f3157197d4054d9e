import type { ConsentBuilder } from '../context.ts'
import { notFound } from '@doorstroomhub/kit/errors.ts'
import { isUuid } from '@doorstroomhub/kit/text.ts'
import { asker, type ConsentContext } from '../context.ts'
import type { Refs } from '../refs.ts'
import { fieldsOf, neededOf } from './columns.ts'
import { appendImport, checkImport, removeImport, startImport } from './commands.ts'
import { Import } from './entities.ts'
import { settleRows, type Settled } from './settling.ts'
import { takeRows } from './taking.ts'
import type { Fault } from './words.ts'

const MOST_FAULTS = 1000

/** One's own imports, in the role that one has now. */
const own = (context: ConsentContext) => {
  const { subject, role, brin } = asker(context)
  return { subject, role, brin }
}

async function faultsOf(context: ConsentContext, { id, fileFaults }: Import, first: number): Promise<Fault[]> {
  const rows = await context.sql<{ faults: Fault[] }>(
    `select faults from consent.import_row where import_id = $1 and state = 'FAILED' order by line limit $2`,
    [id, first],
  )
  return [...fileFaults, ...rows.flatMap(({ faults }) => faults)].slice(0, first)
}

/** Reading in, in the graph. */
export function implementImport(builder: ConsentBuilder, refs: Refs): void {
  refs.ImportColumn.implement({
    description: 'A column of the file, and what it is taken for.',
    fields: (t) => ({
      heading: t.exposeString('heading', { nullable: false }),
      field: t.field({ type: refs.ImportField, description: 'Null: not read in.', resolve: ({ field }) => field }),
    }),
  })
  refs.ImportFault.implement({
    description: 'What is wrong and where. It never holds a value out of the file.',
    fields: (t) => ({
      line: t.exposeInt('line', {
        nullable: false,
        description: 'Of the file, from 1; of JSON the place in its list.',
      }),
      column: t.exposeString('column', { description: "The column's heading, or the element." }),
      reason: t.string({
        nullable: false,
        resolve: ({ nl, en }, _args, { asking }) => (asking.language === 'nl' ? nl : en),
      }),
    }),
  })
  refs.Import.implement({
    description: 'A file that is read in. To others than who began it, it does not exist.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false }),
      kind: t.field({ type: refs.ImportKind, nullable: false, resolve: ({ kind }) => kind }),
      state: t.field({ type: refs.ImportState, nullable: false, resolve: ({ state }) => state }),
      fileName: t.exposeString('fileName', { nullable: false }),
      startedAt: t.field({ type: 'DateTime', nullable: false, resolve: ({ createdAt }) => createdAt }),
      receivedParts: t.exposeInt('parts', { nullable: false, description: 'Parts of the file that are here.' }),
      encoding: t.string({ description: 'As it was found.', resolve: ({ encoding }) => encoding ?? null }),
      separator: t.string({
        description: 'Between the cells of a CSV.',
        resolve: ({ separator }) => separator ?? null,
      }),
      columns: t.field({
        type: [refs.ImportColumn],
        nullable: { list: false, items: false },
        resolve: ({ columns, mapping }) =>
          columns.map((heading, index) => ({ heading, field: mapping[index] ?? null })),
      }),
      fields: t.field({
        type: [refs.ImportField],
        nullable: { list: false, items: false },
        description: 'What a column of this kind of file can be.',
        resolve: ({ kind }) => fieldsOf(kind),
      }),
      needed: t.field({
        type: [refs.ImportField],
        nullable: { list: false, items: false },
        description: 'Which of those must be in the file.',
        resolve: ({ kind }) => [...neededOf(kind)],
      }),
      rows: t.exposeInt('rows', { nullable: false, description: 'Pupils or experiences in the file.' }),
      done: t.exposeInt('done', {
        nullable: false,
        description: 'Rows that need nothing more, the bad ones with them.',
      }),
      added: t.exposeInt('added', { nullable: false }),
      changed: t.exposeInt('changed', { nullable: false }),
      unchanged: t.exposeInt('unchanged', { nullable: false, description: 'Known, and the same as last time.' }),
      failed: t.exposeInt('failed', { nullable: false, description: 'Rows that are not written: see faults.' }),
      faults: t.field({
        type: [refs.ImportFault],
        nullable: { list: false, items: false },
        args: { first: t.arg.int({ defaultValue: 100 }) },
        description: 'What is wrong, in the order of the file: the first 100, at most 1000.',
        resolve: (one, { first }, context) => faultsOf(context, one, Math.max(1, Math.min(first ?? 100, MOST_FAULTS))),
      }),
    }),
  })
  builder.queryFields((t) => ({
    import: t.field({
      type: refs.Import,
      description: 'An import by its id, for who began it. NOT_FOUND for others.',
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }, context) => {
        const found = isUuid(String(id))
          ? await context.em.fork().findOne(Import, { ...own(context), id: String(id).toLowerCase() })
          : null
        if (!found) throw notFound()
        return found
      },
    }),
    imports: t.field({
      type: [refs.Import],
      nullable: { list: true, items: false },
      description: "The viewer's own last 20 imports, newest first.",
      resolve: (_root, _args, context) =>
        context.em.fork().find(Import, own(context), { orderBy: { createdAt: -1, id: 1 }, limit: 20 }),
    }),
  }))
  mutations(builder, refs)
  forTheGateway(builder)
}

function mutations(builder: ConsentBuilder, refs: Refs): void {
  const StartImportInput = builder.inputType('StartImportInput', {
    fields: (t) => ({
      kind: t.field({ type: refs.ImportKind, required: true }),
      fileName: t.string({ required: true, description: 'At most 200 characters.' }),
      size: t.int({ required: true, description: 'Bytes; at most 5 MB.' }),
      dossierId: t.id({ description: "Of EXPERIENCES: the student's own dossier." }),
    }),
  })
  const AppendImportInput = builder.inputType('AppendImportInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      part: t.int({ required: true, description: 'From 1, one after the other.' }),
      content: t.string({ required: true, description: 'Bytes of the file in base64, at most 700,000 characters.' }),
    }),
  })
  const ImportColumnInput = builder.inputType('ImportColumnInput', {
    fields: (t) => ({
      column: t.int({ required: true, description: 'From 0.' }),
      field: t.field({ type: refs.ImportField, description: 'Null: do not read it in.' }),
    }),
  })
  const CheckImportInput = builder.inputType('CheckImportInput', {
    fields: (t) => ({
      id: t.id({ required: true }),
      mapping: t.field({
        type: [ImportColumnInput],
        description: 'Which column is what; without it as the headings say.',
      }),
    }),
  })
  const ImportIdInput = builder.inputType('ImportIdInput', {
    description: 'An import by its id.',
    fields: (t) => ({ id: t.id({ required: true }) }),
  })
  const idOf = ({ id }: { id: string | number }): string => String(id).toLowerCase()
  builder.mutationFields((t) => ({
    startImport: t.field({
      type: refs.Import,
      nullable: false,
      description:
        'Begins to read a file in: PUPILS and OSO a mentor or care coordinator for the own school, EXPERIENCES a student. See docs/import.md.',
      args: { input: t.arg({ type: StartImportInput, required: true }) },
      resolve: (_root, { input }, context) =>
        startImport(context, { ...input, dossierId: input.dossierId == null ? null : String(input.dossierId) }),
    }),
    appendImport: t.field({
      type: refs.Import,
      nullable: false,
      description: 'Brings the next part of the file. Bringing a part twice is harmless. Who began it.',
      args: { input: t.arg({ type: AppendImportInput, required: true }) },
      resolve: (_root, { input }, context) => appendImport(context, { ...input, id: idOf(input) }),
    }),
    checkImport: t.field({
      type: refs.Import,
      nullable: false,
      description: 'Reads the file and judges every row; writes nothing (a dry run). May be asked again. Who began it.',
      args: { input: t.arg({ type: CheckImportInput, required: true }) },
      resolve: (_root, { input }, context) => checkImport(context, { ...input, id: idOf(input) }),
    }),
    removeImport: t.field({
      type: 'Boolean',
      nullable: false,
      description: 'Destroys the file and what waits of it; what was written stays. Who began it.',
      args: { input: t.arg({ type: ImportIdInput, required: true }) },
      resolve: (_root, { input }, context) => removeImport(context, idOf(input)),
    }),
  }))
}

/** Steps of `continueImport`, which the gateway takes for the person, with the person's own proof: out of sight for others. */
function forTheGateway(builder: ConsentBuilder): void {
  builder.mutationFields((t) => ({
    takeImportRows: t.string({
      nullable: false,
      inaccessible: true,
      description: 'For the gateway alone: the next rows, as JSON. Who began it.',
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }, context) => JSON.stringify(await takeRows(context, String(id))),
    }),
    settleImportRows: t.boolean({
      nullable: false,
      inaccessible: true,
      description: 'For the gateway alone: what came of rows, as JSON. Who began it.',
      args: { id: t.arg.id({ required: true }), settled: t.arg.string({ required: true }) },
      resolve: async (_root, { id, settled }, context) => {
        await settleRows(context, String(id), JSON.parse(settled) as Settled[])
        return true
      },
    }),
  }))
}
