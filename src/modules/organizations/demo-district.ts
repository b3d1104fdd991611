import { districtFederationName, hubName, JOINT_UNION_KINDS, unionName } from '../../demo/body-names.js';
import type { DistrictPlace, HubPlace } from '../../demo/places.js';
import type { Random } from '../../demo/random.js';
import type { Synthesizer } from '../../demo/synthetic.js';
import { addDays, type RequestContext } from '../../kernel/index.js';
import { appointOfficers, type NewOfficer } from './officer.service.js';
import type { JointUnionKind, OrganizationKind } from './organization.enums.js';
import { createOrganizations, type NewOrganization } from './organization.service.js';
import { recordWorkforceSurvey } from './survey.service.js';
import { coverUnits, type NewCoveredUnit } from './unit.service.js';

/** A body made for the demo, with what later ones need of it. */
interface Body {
  readonly id: string;
  readonly code: string;
  readonly foundedOn: string;
  readonly hub: HubPlace;
}

/** When things began: before `until`, the last `recent` of them not before `recentSince`. */
interface Window {
  readonly until: string;
  readonly recentSince?: string;
  readonly recent?: number;
}

/** Founding days of the demo's upper bodies; made up, as is everything marked synthetic. */
const ROOT_SINCE = '1950-05-01';
const HUBS_SINCE = '1985-01-01';
const JOINT_SINCE = '1994-01-01';
const JOINT_UNTIL = '2010-12-31';
const KINDS: readonly JointUnionKind[] = JOINT_UNION_KINDS.filter((kind) => kind !== 'FELLOWSHIP' && kind !== 'GRID');
/** Every so many joint bodies one is a fellowship. */
const FELLOWSHIPS = 20;
const NUMERALS = '一二三四五六七八九';
const DAY = 86_400_000;

/** Makes the bodies of one demo district level by level, through the services. */
export class DemoDistrict {
  readonly #made = new Map<string, number>();

  constructor(
    readonly ctx: RequestContext,
    readonly place: DistrictPlace,
    readonly source: { readonly random: Random; readonly synthetic: Synthesizer },
  ) {}

  async root(kind: OrganizationKind, name = districtFederationName(this.place)): Promise<Body> {
    const hub = { name: this.place.name, kind: 'ZONE' } as const;
    const { code } = this.ctx.district;
    const [root] = await this.#create([
      { parentId: null, code, name, kind, foundedOn: ROOT_SINCE, ...this.#legalPerson(), hub },
    ]);
    return root!;
  }

  hubs(root: Body, places: readonly HubPlace[]): Promise<Body[]> {
    return this.#create(
      places.map((hub) => ({
        parentId: root.id,
        code: this.#code(root, 2),
        name: hubName(hub),
        kind: 'FEDERATION',
        foundedOn: HUBS_SINCE,
        ...this.#legalPerson(),
        hub,
      })),
    );
  }

  /** One joint union below each of the bodies given, of all kinds in turn. */
  jointUnions(above: readonly Body[]): Promise<Body[]> {
    return this.#create(
      above.map((parent, index) => {
        const fellowship = index % FELLOWSHIPS === FELLOWSHIPS - 1;
        const kind = KINDS[index % KINDS.length]!;
        return {
          parentId: parent.id,
          code: this.#code(parent, 4),
          name: this.source.synthetic.jointUnionName(fellowship ? 'FELLOWSHIP' : kind, parent.hub, this.place),
          kind: fellowship ? 'FELLOWSHIP' : 'JOINT_UNION',
          jointUnionKind: fellowship ? null : kind,
          foundedOn: this.#day(JOINT_SINCE, JOINT_UNTIL),
          bankAccount: 'ENTRUSTED',
          registered: true,
          hub: parent.hub,
        };
      }),
    );
  }

  grids(hub: Body, count: number, foundedOn: string): Promise<Body[]> {
    return this.#create(
      Array.from({ length: count }, (_, index) => ({
        parentId: hub.id,
        code: this.#code(hub, 4),
        name: `${hub.hub.name}第${NUMERALS.charAt(index)}网格联合工会`,
        kind: 'JOINT_UNION',
        jointUnionKind: 'GRID',
        foundedOn,
        bankAccount: 'ENTRUSTED',
        registered: true,
        hub: hub.hub,
      })),
    );
  }

  /** One enterprise union below each of the bodies given; each covers its employer from the day of its founding. */
  async enterpriseUnions(above: readonly Body[], window: Window): Promise<Body[]> {
    const employers = above.map(() => this.source.synthetic.employer(this.place));
    const unions = await this.#create(
      above.map((parent, index) => ({
        parentId: parent.id,
        code: this.#code(parent, 4),
        name: unionName(employers[index]!.name),
        kind: 'ENTERPRISE_UNION',
        foundedOn: this.#begun(parent, window, index, above.length),
        address: employers[index]!.address,
        registered: true,
        ...(this.source.random.chance(0.3) ? this.#legalPerson() : { bankAccount: 'ENTRUSTED' as const }),
        hub: parent.hub,
      })),
    );
    await coverUnits(
      this.ctx,
      unions.map(({ id, foundedOn }, index) => this.#unit(id, employers[index]!, foundedOn)),
    );
    return unions;
  }

  /** `count` employers, shared evenly among the unions. */
  async cover(unions: readonly Body[], count: number, window: Window): Promise<void> {
    const units = Array.from({ length: count }, (_, index) => {
      const union = unions[index % unions.length]!;
      const employer = this.source.synthetic.employer(this.place);
      return this.#unit(union.id, employer, this.#begun(union, window, index, count));
    });
    await coverUnits(this.ctx, units);
  }

  /** A chair for each body, and so many vice-chairs; in office since the founding or the demo's last election. */
  async appoint(bodies: readonly Body[], viceChairs: number): Promise<void> {
    const officers = bodies.flatMap(({ id, foundedOn }): NewOfficer[] =>
      Array.from({ length: 1 + viceChairs }, (_, index) => ({
        organizationId: id,
        memberId: null,
        name: this.source.synthetic.person().name,
        role: index === 0 ? 'CHAIR' : 'VICE_CHAIR',
        since: foundedOn < '2012-01-01' ? this.#day('2012-01-01', '2016-12-31') : foundedOn,
        synthetic: true,
      })),
    );
    await appointOfficers(this.ctx, officers);
  }

  /** Divides what was counted in the whole district among the bodies that counted it. */
  async survey(
    bodies: readonly Body[],
    surveyedOn: string,
    total: { readonly workers: number; readonly shouldFoundUnits: number },
  ): Promise<void> {
    const share = (sum: number, index: number): number =>
      Math.floor((sum * (index + 1)) / bodies.length) - Math.floor((sum * index) / bodies.length);
    for (const [index, { id }] of bodies.entries()) {
      await recordWorkforceSurvey(this.ctx, {
        organizationId: id,
        surveyedOn,
        workers: share(total.workers, index),
        shouldFoundUnits: share(total.shouldFoundUnits, index),
      });
    }
  }

  async #create(bodies: readonly (NewOrganization & { foundedOn: string; hub: HubPlace })[]): Promise<Body[]> {
    const inputs = bodies.map(({ hub: _, ...input }) => ({ ...input, status: 'FOUNDED' as const, synthetic: true }));
    const ids = await createOrganizations(this.ctx, inputs);
    return bodies.map(({ code, foundedOn, hub }, index) => ({ id: ids[index]!, code, foundedOn, hub }));
  }

  #unit(organizationId: string, employer: { name: string; creditCode: string }, since: string): NewCoveredUnit {
    return { organizationId, name: employer.name, creditCode: employer.creditCode, since, synthetic: true };
  }

  #legalPerson() {
    const creditCode = this.source.synthetic.creditCode('UNION');
    return { legalPerson: true, registered: true, bankAccount: 'OWN' as const, creditCode };
  }

  /** Codes count up below the hub, or below the root for hubs: `310113`, `310113-01`, `310113-01-0001`. */
  #code(parent: Body, digits: number): string {
    const hub = parent.code.split('-').slice(0, 2).join('-');
    const number = (this.#made.get(hub) ?? 0) + 1;
    this.#made.set(hub, number);
    return `${hub}-${String(number).padStart(digits, '0')}`;
  }

  #begun(above: Body, window: Window, index: number, count: number): string {
    const { until, recentSince = until, recent = 0 } = window;
    const early = index < count - recent;
    const since = early || recentSince < above.foundedOn ? above.foundedOn : recentSince;
    return this.#day(since, early && recentSince > since ? addDays(recentSince, recent > 0 ? -1 : 0) : until);
  }

  #day(since: string, until: string): string {
    return addDays(since, this.source.random.integer((Date.parse(until) - Date.parse(since)) / DAY + 1));
  }
}
