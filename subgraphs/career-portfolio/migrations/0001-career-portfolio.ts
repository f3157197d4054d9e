import { Migration } from '@mikro-orm/migrations'

/** The summary, the career file and the plus document; what is a list has a row per item and an index by dossier. */
export class CreateCareerPortfolio extends Migration {
  override up(): void {
    this.addSql(`create table career_summary (
      dossier_id uuid primary key,
      about_me text,
      strengths jsonb not null,
      drives jsonb not null,
      top_experiences jsonb not null,
      job_interest text,
      chosen_programmes jsonb not null,
      question_for_intaker text,
      updated_at timestamptz not null)`)
    this.addSql(`create table reflection (
      id uuid primary key,
      dossier_id uuid not null,
      competence text not null,
      text text not null,
      level int,
      updated_at timestamptz not null,
      unique (dossier_id, competence))`)
    this.addSql(`create table experience (
      id uuid primary key,
      dossier_id uuid not null,
      position int not null,
      title text not null,
      kind text not null,
      from_day date,
      to_day date,
      place text,
      learned text,
      competencies jsonb not null,
      updated_at timestamptz not null)`)
    this.addSql(`create index experience_dossier on experience (dossier_id)`)
    this.addSql(`create table career_talk (
      id uuid primary key,
      dossier_id uuid not null,
      day date not null,
      with_whom text not null,
      summary text not null,
      next_step text,
      updated_at timestamptz not null)`)
    this.addSql(`create index career_talk_dossier on career_talk (dossier_id)`)
    this.addSql(`create table plus_item (
      id uuid primary key,
      dossier_id uuid not null,
      position int not null,
      category text not null,
      title text not null,
      description text,
      year int,
      updated_at timestamptz not null)`)
    this.addSql(`create index plus_item_dossier on plus_item (dossier_id)`)
    this.addSql(`create table career_comment (
      id uuid primary key,
      dossier_id uuid not null,
      position int not null,
      part text not null,
      item_id uuid,
      text text not null,
      author_subject text not null,
      author_name text not null,
      author_role text not null,
      author_organisation text,
      at timestamptz not null)`)
    this.addSql(`create index career_comment_dossier on career_comment (dossier_id)`)
  }
}

export const migrations = [{ name: '0001-career-portfolio', class: CreateCareerPortfolio }]
