import { Migration } from '@mikro-orm/migrations'

/** The three groups of support needs; what is a list has a row per item and an index by dossier. */
export class CreateSupportNeeds extends Migration {
  override up(): void {
    this.addSql(`create table support_profile (
      dossier_id uuid primary key,
      strengths jsonb not null,
      current_support jsonb not null,
      how_to_discuss text,
      updated_at timestamptz not null)`)
    this.addSql(`create table support_need (
      id uuid primary key,
      dossier_id uuid not null,
      position int not null,
      area text not null,
      level text,
      accommodations jsonb not null,
      updated_at timestamptz not null)`)
    this.addSql(`create index support_need_dossier on support_need (dossier_id)`)
    this.addSql(`create table condition (
      id uuid primary key,
      dossier_id uuid not null,
      position int not null,
      sealed bytea not null,
      sealed_view bytea,
      updated_at timestamptz not null)`)
    this.addSql(`create index condition_dossier on condition (dossier_id)`)
    this.addSql(`create table study_advice (
      id uuid primary key,
      dossier_id uuid not null,
      position int not null,
      text text not null,
      author_subject text not null,
      author_name text not null,
      author_role text not null,
      author_organisation text,
      version int not null,
      accepted_version int,
      own_view text,
      updated_at timestamptz not null)`)
    this.addSql(`create index study_advice_dossier on study_advice (dossier_id)`)
  }
}

export const migrations = [{ name: '0001-support-needs', class: CreateSupportNeeds }]
