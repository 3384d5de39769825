/// Numbers the entities, drops what stayed open, and rewrites every index.
extension EntityStage {
  mutating func finish(
    _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: inout [Mention],
    _ entities: inout [Entity], _ joined: inout [Merge]
  ) {
    let count = mentions.count
    newIndex.removeAll(keepingCapacity: true)
    entityOf.removeAll(keepingCapacity: true)
    entityOf.append(contentsOf: repeatElement(-1, count: count))
    entities.removeAll(keepingCapacity: true)
    var kept = 0
    for index in 0..<count {
      let r = Int(root(Int32(index)))
      let isGone = !infos[r].hasContent || (infos[index].isDropped && sizes[r] == 1)
      newIndex.append(isGone ? -1 : Int32(kept))
      if isGone { continue }
      if entityOf[r] < 0 {
        entityOf[r] = Int32(entities.count)
        entities.append(
          Entity(kind: infos[r].kind, naming: Int32(index), canonical: 0))
      }
      name(entityOf[r], Int32(index), mentions, &entities)
      kept += 1
    }
    for entity in entities.indices {
      let naming = entities[entity].naming
      var owner = roles.notes[Int(naming)].owner
      if owner < 0 { owner = infos[Int(root(naming))].owner }
      if owner >= 0, newIndex[Int(owner)] >= 0 {
        entities[entity].owner = entityOf[Int(root(owner))]
      }
      entities[entity].naming = newIndex[Int(naming)]
    }
    settleRoles(&roles)
    var write = 0
    for index in 0..<count where newIndex[index] >= 0 {
      var mention = mentions[index]
      mention.entity = entityOf[Int(root(Int32(index)))]
      // A pronoun is of the kind of what it refers to.
      mention.kind = entities[Int(mention.entity)].kind
      mentions[write] = mention
      roles.notes[write] = roles.notes[index]
      write += 1
    }
    mentions.removeLast(count - write)
    roles.notes.removeLast(count - write)
    for merge in merges where newIndex[Int(merge.mention)] >= 0 {
      guard newIndex[Int(merge.antecedent)] >= 0 else { continue }
      joined.append(
        Merge(
          mention: newIndex[Int(merge.mention)], antecedent: newIndex[Int(merge.antecedent)],
          sieve: merge.sieve))
    }
  }

  /// Takes the better of an entity's naming so far and another mention.
  /// Mutating so that a call borrows the stage: else each would copy it.
  private mutating func name(
    _ entity: Int32, _ m: Int32, _ mentions: [Mention], _ entities: inout [Entity]
  ) {
    let mention = mentions[Int(m)]
    let best = mentions[Int(entities[Int(entity)].naming)]
    if rank(mention.form) != rank(best.form) {
      if rank(mention.form) > rank(best.form) { entities[Int(entity)].naming = m }
    } else if mention.form == .name {
      let words = mention.end - mention.first
      let other = best.end - best.first
      if words > other || (words == other && mention.span.count > best.span.count) {
        entities[Int(entity)].naming = m
      }
    }
    if isName(mention), mention.canonical != 0, entities[Int(entity)].canonical == 0,
      !isForeign(m, mentions)
    {
      entities[Int(entity)].canonical = mention.canonical
    }
    if rank(mention.form) >= rank(best.form), mention.form != .pronoun,
      rank(best.form) == 0
    {
      entities[Int(entity)].kind = mention.kind
    }
  }

  private func rank(_ form: MentionForm) -> Int {
    switch form {
    case .name: 3
    case .adjective: 2
    case .nominal: 1
    case .pronoun: 0
    }
  }

  /// Entities of holders and bodies; roles of nobody are dropped.
  private func settleRoles(_ roles: inout RoleStage) {
    var write = 0
    for index in roles.links.indices {
      var link = roles.links[index]
      guard link.holder >= 0, newIndex[Int(link.holder)] >= 0 else { continue }
      var role = roles.roles[Int(link.role)]
      role.holder = entityOf[Int(root(link.holder))]
      if link.of >= 0, newIndex[Int(link.of)] >= 0 {
        role.of = entityOf[Int(root(link.of))]
        link.of = newIndex[Int(link.of)]
      } else {
        link.of = -1
      }
      if role.of == role.holder { role.of = -1 }
      link.holder = newIndex[Int(link.holder)]
      link.role = Int32(write)
      roles.roles[write] = role
      roles.links[write] = link
      write += 1
    }
    roles.roles.removeLast(roles.roles.count - write)
    roles.links.removeLast(roles.links.count - write)
  }
}
