import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { type Ordering, type Page, PageArgs, pageOf, Permission, type RequestContext } from '../../kernel/index.js';
import { AuditSeal, AuditSealConnection, type AuditSealRow, auditSeals } from './audit-seal.type.js';

const NEWEST_FIRST: Ordering = {
  name: 'number:desc',
  direction: 'desc',
  columns: [{ sql: 'node.number', property: 'number' }],
};

@Resolver(() => AuditSeal)
export class AuditSealResolver {
  @Query(() => AuditSealConnection, {
    description: '本区审计的封存链，新的在前；审计员可见 / Chain of seals of the district, newest first; for auditors',
  })
  @Permission('audit:read')
  auditSeals(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: RequestContext): Promise<Page<AuditSealRow>> {
    return pageOf(ctx, { source: auditSeals, ordering: NEWEST_FIRST, page });
  }

  @FieldResolver(() => String, { description: '记录哈希树的根，十六进制 / Root of the tree of hashes, hexadecimal' })
  root(@Root() { root }: AuditSealRow): string {
    return Buffer.from(root).toString('hex');
  }

  @FieldResolver(() => String, { description: '前一次封存的哈希 / Hash of the seal before, hexadecimal' })
  previous(@Root() { previous }: AuditSealRow): string {
    return Buffer.from(previous).toString('hex');
  }

  @FieldResolver(() => String, { description: '本次封存的哈希，十六进制 / Hash of this seal, hexadecimal' })
  hash(@Root() { hash }: AuditSealRow): string {
    return Buffer.from(hash).toString('hex');
  }
}
