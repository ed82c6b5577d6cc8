import { z } from 'zod';
import { PROJECT_KINDS, WORKS } from './codes.ts';
import { AreaCode, Cursor, Id, page, Version } from '../platform/fields.ts';

export const ProjectKind = z.enum(PROJECT_KINDS);

/** What a micro-work 微基建 is like; everything may be left open. */
export const Works = z.strictObject({
  kind: z.enum(WORKS.kind).optional(),
  /** Who gains: in words, and how many households directly. */
  scope: z.string().trim().max(80).optional(),
  households: z.int().min(0).max(1_000_000).optional(),
  /** Whether its use can be limited to those who gain directly. */
  excludable: z.boolean().optional(),
  need: z.enum(WORKS.need).optional(),
  /** Yuan. */
  cost: z.number().min(0).max(1_000_000_000).optional(),
  days: z.int().min(0).max(3650).optional(),
  permit: z.enum(WORKS.permit).optional(),
  land: z.enum(WORKS.land).optional(),
  conflict: z.enum(WORKS.conflict).optional(),
  reversible: z.boolean().optional(),
  upkeep: z.enum(WORKS.upkeep).optional(),
  newly: z.enum(WORKS.newly).optional(),
});
export type Works = z.infer<typeof Works>;

export const ProjectFields = z.strictObject({
  kind: ProjectKind,
  name: z.string().trim().min(1).max(60),
  purpose: z.string().trim().max(500).default(''),
  area: AreaCode.nullable().default(null),
  place: z.string().trim().max(60).default(''),
  partners: z.string().trim().max(200).default(''),
  state: z.string().max(30),
  works: Works.default({}),
});
export type ProjectFields = z.infer<typeof ProjectFields>;
export type ProjectInput = z.input<typeof ProjectFields>;

export const AddProject = ProjectFields.extend({ station: Id, id: Id });
export const ChangeProject = ProjectFields.extend({ station: Id, id: Id, version: Version });

export const Project = z.object({
  id: Id,
  kind: ProjectKind,
  name: z.string(),
  purpose: z.string(),
  area: AreaCode.nullable(),
  areaName: z.string(),
  place: z.string(),
  partners: z.string(),
  state: z.string(),
  works: Works,
  version: Version,
});
export type Project = z.infer<typeof Project>;

export const ListProjects = z.strictObject({
  station: Id,
  cursor: Cursor.optional(),
  limit: z.int().min(1).max(100).default(50),
});
export const ProjectPage = page(Project);
export const GetProject = z.strictObject({ station: Id, id: Id });
