// Printed by generate.ts; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type * as Types from '../../graphql/schema.ts';

import type { TypedDocumentNode as DocumentNode } from 'urql';
import { gql } from 'urql';
export type RegionNowQueryVariables = Exact<{
  weeks?: number | null | undefined;
}>;


export type RegionNowQuery = { viewer: { region: { code: string, name: string, agreement: { beatSeconds: number } | null, status: { code: string, schoolYear: string, at: string, counts: Array<{ status: Types.DossierStatus, level: Types.SchoolLevel | null, shown: string, count: number | null, suppressed: boolean }> } | null, weeks: Array<{ week: string, counts: Array<{ status: Types.DossierStatus, level: Types.SchoolLevel | null, shown: string, count: number | null, suppressed: boolean }> }> | null } | null } };

export type RegionMovedSubscriptionVariables = Exact<{
  code: string;
}>;


export type RegionMovedSubscription = { regionStatus: { code: string, schoolYear: string, at: string, counts: Array<{ status: Types.DossierStatus, level: Types.SchoolLevel | null, shown: string, count: number | null, suppressed: boolean }> } };


export const RegionNow = /*#__PURE__*/ gql`
    query RegionNow($weeks: Int) {
  viewer {
    region {
      code
      name
      agreement {
        beatSeconds
      }
      status {
        code
        schoolYear
        at
        counts {
          status
          level
          shown
          count
          suppressed
        }
      }
      weeks(last: $weeks) {
        week
        counts {
          status
          level
          shown
          count
          suppressed
        }
      }
    }
  }
}
    ` as unknown as DocumentNode<RegionNowQuery, RegionNowQueryVariables>;
export const RegionMoved = /*#__PURE__*/ gql`
    subscription RegionMoved($code: ID!) {
  regionStatus(code: $code) {
    code
    schoolYear
    at
    counts {
      status
      level
      shown
      count
      suppressed
    }
  }
}
    ` as unknown as DocumentNode<RegionMovedSubscription, RegionMovedSubscriptionVariables>;