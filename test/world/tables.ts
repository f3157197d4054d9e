/** A condition in SQL on `information_schema`: the table is no part of another. */
export const IS_WHOLE = `not exists (select from pg_class c where c.relispartition
  and c.oid = to_regclass(format('%I.%I', table_schema, table_name)))`
