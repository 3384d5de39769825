/// Numbers the entities, drops what stayed open, and rewrites every index.
extension EntityStage {
  mutating func finish(
    _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: inout [Mention],
    _ entities: inout [Entity], _ joined: inout [Merge]
  ) {
    let count = mentions.count
    flatten()
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
  ///
  /// A cluster stays as a whole or not at all, and its root comes first. What is not foreseeable, so
  /// whether a mention stays and whether it is a root, is counted instead of asked.
  private mutating func number(
    _ mentions: [Mention], _ tokens: [Token], _ entities: inout [Entity]
  ) {
    newIndex.refill(-1, count: mentions.count)
    entityOf.refill(-1, count: mentions.count)
    // Taken out of the stage while they are filled, so that each entry costs no look at their owners.
    var (places, clusters, roots, ranks) = (newIndex, entityOf, self.roots, self.ranks)
    (newIndex, entityOf, self.roots, self.ranks) = ([], [], [], [])
    roots.refill(0, count: mentions.count)
    let count = places.withUnsafeMutableBufferPointer { places in
      clusters.withUnsafeMutableBufferPointer { clusters in
        roots.withUnsafeMutableBufferPointer { keep(places, clusters, $0) }
      }
    }
    ranks.refill(0, count: count + 1)
    entities.refill(Entity(kind: .person, naming: 0, canonical: 0), count: count + 1)
    // What does not stay goes to an entity behind the last that nothing can be better for.
    ranks[count] = .max
    entities[count].canonical = .max
    for entity in 0..<count {
      let root = Int(roots[entity])
      ranks[entity] = rank(mentions[root], tokens)
      entities[entity].naming = roots[entity]
      entities[entity].kind = infos[root].kind
    }
    entities.withUnsafeMutableBufferPointer { entities in
      ranks.withUnsafeMutableBufferPointer { ranks in
        for index in mentions.indices {
          let cluster = Int(clusters[Int(parent[index])])
          let entity = cluster < 0 ? count : cluster
          let rank = rank(mentions[index], tokens)
          if rank > ranks[entity] {
            // A pronoun in front says nothing of what the entity is.
            if ranks[entity] == 0 { entities[entity].kind = mentions[index].kind }
            ranks[entity] = rank
            entities[entity].naming = Int32(truncatingIfNeeded: index)
          }
          let canonical = mentions[index].canonical
          if canonical != 0, entities[entity].canonical == 0, isName(mentions[index]),
            !isForeign(Int32(truncatingIfNeeded: index), mentions)
          {
            entities[entity].canonical = canonical
          }
        }
      }
    }
    entities.removeLast()
    (newIndex, entityOf, self.roots, self.ranks) = (places, clusters, roots, ranks)
  }

  /// Numbers the mentions and clusters that stay.
  ///
  /// - Returns: the number of clusters, whose roots are then the first of `roots`.
  private func keep(
    _ places: UnsafeMutableBufferPointer<Int32>, _ clusters: UnsafeMutableBufferPointer<Int32>,
    _ roots: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    var (kept, count): (Int32, Int32) = (0, 0)
    infos.withUnsafeBufferPointer { infos in
      for index in 0..<places.count {
        let r = Int(parent[index])
        let hasContent: Int32 = infos[r].hasContent ? 1 : 0
        let isDropped: Int32 = infos[index].isDropped ? 1 : 0
        let isAlone: Int32 = sizes[r] == 1 ? 1 : 0
        let stays = hasContent & ~(isDropped & isAlone)
        let isFirst = r == index ? stays : 0
        // All ones where it does not stay, so that the number becomes -1.
        places[index] = kept | (stays &- 1)
        clusters[index] = count | (isFirst &- 1)
        roots[Int(count)] = Int32(truncatingIfNeeded: index)
        kept &+= stays
        count &+= isFirst
      }
    }
    return Int(count)
  }

  /// How well a mention names its entity: 0 for a pronoun, then nominals, adjectives, names, of these
  /// the one of more words, of more bytes, and Lisbon of the text before LISBON of a dateline.
  @inline(__always)
  private func rank(_ mention: Mention, _ tokens: [Token]) -> UInt64 {
    let form = UInt64(MentionForm.pronoun.rawValue &- mention.form.rawValue) << 60
    let words = UInt64(UInt32(truncatingIfNeeded: mention.end &- mention.first)) << 32
    let bytes = UInt64(UInt32(truncatingIfNeeded: mention.span.count)) << 1
    let isSmall: UInt64 = tokens[Int(mention.first)].flags.contains(.allCaps) ? 0 : 1
    // All ones for a name.
    let isName = 0 &- UInt64((mention.form.rawValue &- 1) >> 7)
    return form | (words | bytes | isSmall) & isName
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
