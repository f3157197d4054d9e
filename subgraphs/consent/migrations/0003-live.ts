import { Migration } from '@mikro-orm/migrations'

/** The order of the feed, the end of a talk, and the region's counts. */
export class AddLive extends Migration {
  override up(): void {
    // A row's number says when it was written, its transaction when it can be seen: read in the order of transactions, and
    // only of those that are over, the feed has no gap and no double.
    this.addSql(`alter table change add column tx bigint not null default (pg_current_xact_id()::text::bigint)`)
    this.addSql(`create index change_order on change (tx, id)`)
    this.addSql(`alter table application
      add column talk_ended_at timestamptz,
      add column talk_ended_by jsonb`)
    this.addSql(
      `create index application_talk_ended on application (talk_ended_at, id) where talk_ended_at is not null`,
    )
    // Counts kept as dossiers move, so that a dashboard costs the same for a thousand dossiers and for a million. A command
    // only adds a row: were it to change a count itself, all commands of a region would wait for each other.
    this.addSql(`create table region_count (
      region_code text not null,
      status text not null,
      school_level text not null,
      count bigint not null,
      primary key (region_code, status, school_level))`)
    this.addSql(`create table region_delta (
      region_code text not null,
      status text not null,
      school_level text not null,
      count bigint not null)`)
    this.addSql(`create index region_delta_region on region_delta (region_code)`)
    this.addSql(`insert into region_count select region_code, status, coalesce(school_level, ''), count(*)
      from dossier group by 1, 2, 3`)
    this.addSql(`create function count_added() returns trigger language plpgsql as $$
      begin
        insert into consent.region_delta select region_code, status, coalesce(school_level, ''), count(*)
          from added group by 1, 2, 3;
        return null;
      end $$`)
    this.addSql(`create function count_gone() returns trigger language plpgsql as $$
      begin
        insert into consent.region_delta select region_code, status, coalesce(school_level, ''), -count(*)
          from gone group by 1, 2, 3;
        return null;
      end $$`)
    this.addSql(`create function count_moved() returns trigger language plpgsql as $$
      begin
        insert into consent.region_delta values
          (old.region_code, old.status, coalesce(old.school_level, ''), -1),
          (new.region_code, new.status, coalesce(new.school_level, ''), 1);
        return null;
      end $$`)
    this.addSql(`create trigger dossier_added after insert on dossier referencing new table as added
      for each statement execute function count_added()`)
    this.addSql(`create trigger dossier_gone after delete on dossier referencing old table as gone
      for each statement execute function count_gone()`)
    this.addSql(`create trigger dossier_moved after update on dossier for each row
      when (old.region_code is distinct from new.region_code or old.status is distinct from new.status
        or old.school_level is distinct from new.school_level)
      execute function count_moved()`)
    // What was published per week, so that a page can draw a line; never the exact figures.
    this.addSql(`create table region_week (
      region_code text not null,
      week date not null,
      counts jsonb not null,
      primary key (region_code, week))`)
  }
}
