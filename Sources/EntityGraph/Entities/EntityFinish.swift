/// Numbers the entities, drops what stayed open, and rewrites every index.
extension EntityStage {
  mutating func finish(
    _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: inout [Mention],
    _ entities: inout [Entity], _ joined: inout [Merge]
  ) {
    let count = mentions.count
    // A root stands in front of its cluster, so one pass makes every way there a single step.
    for index in 0..<count { parent[index] = parent[Int(parent[index])] }
    number(mentions, reader.table.tokens, &entities)
    for entity in entities.indices {
      let naming = entities[entity].naming
      var owner = roles.notes[Int(naming)].owner
      if owner < 0 { owner = infos[Int(parent[Int(naming)])].owner }
      if owner >= 0, newIndex[Int(owner)] >= 0 {
        entities[entity].owner = entityOf[Int(parent[Int(owner)])]
      }
      entities[entity].naming = newIndex[Int(naming)]
    }
    settleRoles(&roles)
    var write = 0
    mentions.withUnsafeMutableBufferPointer { mentions in
      roles.notes.withUnsafeMutableBufferPointer { notes in
        for index in 0..<min(count, notes.count) where newIndex[index] >= 0 {
          if write < index {
            mentions[write] = mentions[index]
            notes[write] = notes[index]
          }
          let entity = entityOf[Int(parent[index])]
          mentions[write].entity = entity
          // A pronoun is of the kind of what it refers to.
          mentions[write].kind = entities[Int(entity)].kind
          write += 1
        }
      }
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

  /// Gives each mention that stays its new index and its entity, and each entity its best naming.
  private mutating func number(
    _ mentions: [Mention], _ tokens: [Token], _ entities: inout [Entity]
  ) {
    newIndex.refill(-1, count: mentions.count)
    entityOf.refill(-1, count: mentions.count)
    entities.removeAll(keepingCapacity: true)
    // Taken out of the stage while they are filled, so that each entry costs no look at their owners.
    var (places, clusters) = (newIndex, entityOf)
    (newIndex, entityOf) = ([], [])
    var kept: Int32 = 0
    places.withUnsafeMutableBufferPointer { places in
      clusters.withUnsafeMutableBufferPointer { clusters in
        for index in mentions.indices {
          let r = Int(parent[index])
          if !infos[r].hasContent || (infos[index].isDropped && sizes[r] == 1) { continue }
          places[index] = kept
          kept &+= 1
          if clusters[r] < 0 {
            clusters[r] = Int32(truncatingIfNeeded: entities.count)
            entities.append(
              Entity(
                kind: infos[r].kind, naming: Int32(truncatingIfNeeded: index), canonical: 0))
          }
          // What refers without a name names nothing where something better stands.
          if mentions[index].form != .pronoun {
            name(Int(clusters[r]), index, mentions, tokens, &entities)
          }
        }
      }
    }
    (newIndex, entityOf) = (places, clusters)
  }

  /// Takes the better of an entity's naming so far and another mention.
  @inline(__always)
  private mutating func name(
    _ entity: Int, _ m: Int, _ mentions: [Mention], _ tokens: [Token], _ entities: inout [Entity]
  ) {
    let best = Int(entities[entity].naming)
    let form = mentions[m].form
    let (own, other) = (rank(form), rank(mentions[best].form))
    if own != other {
      if own > other { entities[entity].naming = Int32(m) }
    } else if form == .name, m != best {
      let words = mentions[m].end - mentions[m].first
      let otherWords = mentions[best].end - mentions[best].first
      let (length, otherLength) = (mentions[m].span.count, mentions[best].span.count)
      if words > otherWords || (words == otherWords && length > otherLength)
        // LISBON of a dateline, Lisbon of the text.
        || (words == otherWords && length == otherLength
          && tokens[Int(mentions[best].first)].flags.contains(.allCaps)
          && !tokens[Int(mentions[m].first)].flags.contains(.allCaps))
      {
        entities[entity].naming = Int32(m)
      }
    }
    if own >= 2, mentions[m].canonical != 0, entities[entity].canonical == 0,
      !isForeign(Int32(m), mentions)
    {
      entities[entity].canonical = mentions[m].canonical
    }
    if other == 0, own > 0 { entities[entity].kind = mentions[m].kind }
  }

  @inline(__always)
  private func rank(_ form: MentionForm) -> Int {
    switch form {
    case .name: 3
    case .adjective: 2
    case .nominal: 1
    case .pronoun: 0
    }
  }

  /// Entities of holders and bodies; roles of nobody are dropped.
  private mutating func settleRoles(_ roles: inout RoleStage) {
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
