extension AuditRule {
  /// What the rule means, why it matters and what to do, for `cadre explain`.
  package var explanation: String {
    switch self {
    case .unownedService:
      """
      A service has no owner: nobody plans its work, answers its pages or decides about it. Its work
      still has to be done, and falls on whoever is near when it breaks. Name one team under
      `owner`, or retire the service.
      """
    case .severalOwners:
      """
      A service is owned by more than one team. Shared ownership leaves open who answers a page and
      who does unloved work; cadre counts longer handling for such services
      (incidents.unclear_ownership). Keep one owner, and split the service if both teams need it.
      """
    case .ownerIsNotATeam:
      """
      The owner is a person, an address or a name that is no team of the model. People leave and
      addresses forward to nobody; a team outlives both. Name a team of the `teams` section.
      """
    case .ownerWithoutPeople:
      """
      The service has an owner on paper: the team that owns it has no members. Staff the team or give
      the service to a team that has people.
      """
    case .catchAllOwner:
      """
      One team owns more than half of the services although there are other teams. Such a team is a
      default in a catalogue rather than an owner. Only organisations with at least three teams and
      six services are judged.
      """
    case .serviceWithoutRota:
      """
      A service of tier 1 or 2 belongs to a team that is not on call, so that nobody has to answer at
      night. Give the team a rota, move the service, or lower its tier if nights do not matter.
      """
    case .rotaTooSmall:
      """
      Fewer people carry the pager than the published minimum: a person should be on call at most a
      quarter of the time, so a rota with a primary and a secondary at one site needs eight people,
      and a rota over several sites six at each. Partner seats count where the partner takes the
      pager. Join rotas, add people or drop a layer.
      """
    case .rotaWithoutEscalation:
      """
      A page that the rota misses goes nowhere. Name an escalation outside the rota, such as the
      manager or a second team, and set `escalation: true`.
      """
    case .tooManyServices:
      """
      The team runs more services per person than is common, counted in tier 2 services: a tier 1
      service counts for more, tier 3 and 4 for less (work.tier_factor_*). The limit is
      audit.services_per_engineer. Retire, merge or move services, or add people.
      """
    case .busFactor:
      """
      Too few people know a tier 1 service well enough to repair it. cadre does not read names or
      commits; it estimates that each person of at least mid level who takes the pager knows two
      tier 2 services' worth of their team's services, and that good documentation (at least four of
      six kinds, decisions among them) adds one person. The limit is audit.bus_factor.
      """
    case .teamTooSmall:
      """
      The team has fewer people than advised (audit.team_min): every leave and every leaver is felt
      at once. Merge it with a neighbour or let it grow. Partner seats count.
      """
    case .teamTooLarge:
      """
      The team has more people than advised (audit.team_max): coordination grows faster than output.
      Split it along its services. Partner seats count.
      """
    case .emptyTeam:
      """
      The team has no people. Staff it or remove it from the model; a team that is to be founded
      later needs at least a lead today.
      """
    case .complianceWithoutOwner:
      """
      The service is under a compliance regime but no team with people owns it. Somebody in house
      must answer to the auditor; a partner cannot. Name an owner.
      """
    case .longBusyShift:
      """
      One person is on call alone for days on end although more than one page a day is expected.
      Published advice limits a shift to twelve hours where pages come daily. Shorten the shift, add
      a layer or a second site, or fix what pages.
      """
    case .partnerWithoutOwner:
      """
      A partner runs the service day to day, but fewer than two in-house people of at least mid level
      stand behind it. When the contract ends, its knowledge ends too. Name an owning team with an
      owner and a deputy.
      """
    case .partnerOutsideCompliance:
      """
      A partner works on a service under a compliance regime that its contract does not cover
      (`may-touch`). Extend the contract, or keep the partner away from the service.
      """
    case .competencyGap:
      """
      A service needs a competency that nobody in its team holds, by what the team says under
      `competencies`. Upkeep, toil, scaling and incidents of the service take longer until somebody
      brings it (competency.gap_work), and it pages more if the last one who held it leaves
      (competency.gap_pages). Needs follow from workload, architecture, tier, compliance and
      integrations, unless the service lists them under `needs`. Hire for it, teach two people, or
      move the service. Teams that say nothing about competencies are not judged.
      """
    case .singleHolder:
      """
      One person of the team alone holds a competency that a service of tier 1 needs: it is away
      whenever that person is. Let a second person learn it, or name it in the next requisition. The
      seats of a plan do so by themselves.
      """
    case .circularDependency:
      """
      Each of these services depends on the others, directly or not, so that none can be started,
      repaired or scaled alone, and a failure of one comes back to it. Break the circle where the
      least is asked, with a queue, a cache or a copy of the data.
      """
    case .lesserDependency:
      """
      A service of tier 1 depends on one of tier 3 or 4: it cannot be more reliable than what it
      fails with. Raise the tier of the lesser service, with the rota and the documents that this
      asks for, or let the important one live without it for a while.
      """
    case .singlePointOfFailure:
      """
      More than half of the tier 1 services depend on this one, directly or not, so that its failures
      page most of the organisation (incidents.spread). Only organisations with at least four
      services of tier 1 are judged. Split it, isolate its dependents, or staff it for what it
      carries.
      """
    case .regionWithoutNights:
      """
      At least half of the region's working day is night at every site that carries the pager of
      these teams, so that what its users do pages sleepers. A site counts where enough people on
      call sit there (oncall.min_people_per_site), if the rota says how many do or the team hires in
      a region. Staff a second site, or plan for the nights: a second site with too few people
      helps nobody, as everybody stays in one rota.
      """
    case .residencyWithoutOwner:
      """
      The region wants data of its users to stay, and a service that keeps data (it writes, transacts
      or works through batches, or is under a compliance regime) has no owning team with people, or
      only teams that name their competencies without security-and-compliance.
      """
    case .regionWithoutTeam:
      """
      The region asks for work (latency, residency or compliance), but no service that is used there
      has an owning team, so that nobody does it and no plan covers it. Without `services` these are
      the services of tier 1 and 2 that feel the region's drivers.
      """
    }
  }

  /// The explanation of a code, or `nil` where the code is not the audit's.
  package static func explanation(ofCode code: String) -> String? {
    AuditRule(rawValue: code).map { "\($0.title)\n\n\($0.explanation)" }
  }
}
