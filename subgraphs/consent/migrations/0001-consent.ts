import { Migration } from '@mikro-orm/migrations'

/** Everything the referee needs to decide, and what it writes. */
export class CreateConsent extends Migration {
  override up(): void {
    this.addSql(`create table region (code text primary key, name text not null)`)
    this.addSql(`create table organisation (
      brin text primary key, name text not null, kind text not null, region_code text references region)`)
    this.addSql(
      `create table programme (crebo text primary key, name text not null, level text not null, route text not null)`,
    )
    this.addSql(`create table agreement (
      id uuid primary key,
      region_code text not null references region,
      version int not null,
      state text not null,
      allowed jsonb not null,
      minor_policy text not null,
      post_enrolment text not null,
      goals text[] not null,
      beat_seconds int not null,
      signers jsonb not null,
      created_at timestamptz not null,
      activated_at timestamptz,
      ended_at timestamptz,
      unique (region_code, version))`)
    this.addSql(`create unique index agreement_active on agreement (region_code) where state = 'ACTIVE'`)

    this.addSql(`create table dossier (
      id uuid primary key,
      status text not null,
      version int not null,
      paused boolean not null default false,
      rights bigint not null default 1,
      birth_date date not null,
      municipality_code text,
      home_school text not null references organisation,
      region_code text not null references region,
      school_level text,
      start_year int not null,
      statement_at timestamptz,
      statement_by text,
      statement_role text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      erased_at timestamptz)`)
    this.addSql(`create index dossier_region on dossier (region_code, status, school_level)`)
    this.addSql(`create index dossier_municipality on dossier (municipality_code, id)`)
    this.addSql(`create table party (
      id bigint generated always as identity primary key,
      dossier_id uuid not null references dossier,
      subject text not null,
      role text not null,
      name text not null,
      brin text references organisation,
      since timestamptz not null,
      until timestamptz)`)
    this.addSql(`create unique index party_dossier on party (dossier_id, subject, role)`)
    this.addSql(`create index party_subject on party (subject, role, dossier_id)`)
    this.addSql(`create table dossier_approval (
      id bigint generated always as identity primary key,
      dossier_id uuid not null references dossier,
      version int not null,
      subject text not null,
      role text not null,
      name text not null,
      at timestamptz not null,
      unique (dossier_id, version, subject))`)
    this.addSql(`create table status_change (
      id bigint generated always as identity primary key,
      dossier_id uuid not null references dossier,
      from_status text,
      to_status text not null,
      at timestamptz not null,
      by_subject text not null,
      by_role text,
      reason text)`)
    this.addSql(`create index status_change_dossier on status_change (dossier_id, id)`)
    this.addSql(`create table inner_share (
      dossier_id uuid not null references dossier,
      field_group text not null,
      role text not null,
      at timestamptz not null,
      primary key (dossier_id, field_group, role))`)

    this.addSql(`create table application (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      institution text not null references organisation,
      crebo text not null references programme,
      status text not null,
      applied_at timestamptz not null,
      start_year int not null,
      talk_proposed_at timestamptz,
      talk_at timestamptz,
      enrolled_at timestamptz,
      updated_at timestamptz not null)`)
    this.addSql(`create index application_dossier on application (dossier_id)`)
    this.addSql(`create index application_institution on application (institution, dossier_id)`)
    this.addSql(`create table application_message (
      id uuid primary key,
      application_id uuid not null references application,
      status text not null,
      at timestamptz not null,
      by_subject text not null,
      by_name text not null,
      supersedes uuid references application_message,
      recipients jsonb not null)`)
    this.addSql(`create index application_message_application on application_message (application_id, at)`)

    this.addSql(`create table consent (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      institution text not null references organisation,
      groups text[] not null,
      purpose text not null,
      state text not null,
      wording text not null,
      wording_version int not null,
      left_out text[] not null,
      started_by text not null,
      request_id uuid,
      created_at timestamptz not null,
      granted_at timestamptz,
      expires_at timestamptz,
      ended_at timestamptz,
      ended_by text)`)
    this.addSql(`create index consent_dossier on consent (dossier_id, institution, state)`)
    this.addSql(`create index consent_due on consent (state, expires_at)`)
    this.addSql(`create table approval (
      id bigint generated always as identity primary key,
      consent_id uuid not null references consent,
      subject text not null,
      role text not null,
      name text not null,
      at timestamptz not null,
      wording text not null,
      wording_version int not null,
      unique (consent_id, subject))`)
    this.addSql(`create table consent_request (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      institution text not null references organisation,
      groups text[] not null,
      purpose text not null,
      message text,
      asked_at timestamptz not null,
      asked_by text not null,
      asked_by_name text not null,
      outcome text not null,
      answered_at timestamptz)`)
    this.addSql(`create index consent_request_dossier on consent_request (dossier_id, institution, asked_at)`)
    this.addSql(`create table guidance_case (
      id uuid primary key,
      dossier_id uuid not null references dossier,
      institution text not null references organisation,
      officer text not null,
      officer_name text not null,
      reason text not null,
      opened_at timestamptz not null,
      opened_by text not null,
      closed_at timestamptz)`)
    this.addSql(`create index guidance_case_dossier on guidance_case (dossier_id, institution)`)

    // The read log: who looked at what, for what, why it was allowed. Never a value. Append-only.
    this.addSql(`create table read_log (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      dossier_id uuid not null,
      subject text not null,
      reader text not null,
      role text not null,
      organisation text,
      organisation_name text,
      groups text[] not null,
      purpose text,
      basis text not null,
      request_id text not null,
      subgraph text not null)`)
    this.addSql(`create index read_log_dossier on read_log (dossier_id, id desc)`)
    this.addSql(`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception 'the read log is append-only'; end $$`)
    this.addSql(`create trigger read_log_append_only before update or delete on read_log
      for each statement execute function refuse_change()`)

    // The outbox is the feed (domain §9): written in the transaction of the command, read in order.
    this.addSql(`create table change (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      kind text not null,
      dossier_id uuid not null,
      application_id uuid,
      institution text,
      from_status text,
      to_status text)`)
    this.addSql(`create index change_dossier on change (dossier_id, id)`)
  }
}
