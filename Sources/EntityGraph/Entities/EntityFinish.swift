/// Numbers the entities, drops what stayed open, and rewrites every index.
extension EntityStage {
  mutating func finish(
    _ reader: EntityReader, _ roles: inout RoleStage, _ mentions: inout [Mention],
    _ entities: inout [Entity], _ joined: inout [Merge]
  ) {
    flatten()
    findKept(mentions.count)
    number(mentions, reader.table.tokens)
    findCanonicals(mentions)
    fill(&entities, roles.notes)
    settleRoles(&roles)
    let count = kept.count
    mentions.withUnsafeMutableBufferPointer { mentions in
      roles.notes.withUnsafeMutableBufferPointer { notes in
        for write in 0..<count {
          let index = Int(kept[write])
          let entity = entityOf[Int(parent[index])]
          mentions[write] = mentions[index]
          mentions[write].entity = entity
          // A pronoun is of the kind of what it refers to.
          mentions[write].kind = entities[Int(entity)].kind
          notes[write] = notes[index]
        }
      }
    }
    mentions.removeLast(mentions.count - count)
    roles.notes.removeLast(roles.notes.count - count)
    note(&joined)
  }

  /// Adds the merges of mentions that stay.
  private mutating func note(_ joined: inout [Merge]) {
    let old = joined.count
    joined.append(contentsOf: merges)
    var write = old
    joined.withUnsafeMutableBufferPointer { joined in
      for read in old..<joined.count {
        let merge = joined[read]
        let mention = newIndex[Int(merge.mention)]
        let antecedent = newIndex[Int(merge.antecedent)]
        joined[write] = Merge(mention: mention, antecedent: antecedent, sieve: merge.sieve)
        // Most stay; both indices have no sign then.
        write &+= Int(~(mention | antecedent)) >> 63 & 1
      }
    }
    joined.removeLast(joined.count - write)
  }

  /// Lists the mentions that stay, and gives each its new index. Which ones do nobody can guess: no
  /// branches.
  private mutating func findKept(_ count: Int) {
    var kept = kept
    for index in 0..<count {
      let r = Int(parent[index])
      let isDropped = Int(infos[index].traits.rawValue / Info.Traits.dropped.rawValue)
      let isOpen = isDropped & Self.isLess(sizes[r], 2)
      let stays = Int(infos[r].traits.rawValue / Info.Traits.content.rawValue) & ~isOpen & 1
      // -1 if it does not stay.
      newIndex[index] = Int32(truncatingIfNeeded: kept.count | (stays &- 1))
      kept.append(Int32(truncatingIfNeeded: index), if: stays)
    }
    self.kept = kept
  }

  /// What is known of an entity while it is numbered.
  struct Cluster: Sendable {
    /// The highest score of its mentions, which says which one that is.
    var score: UInt64 = 0
    var root: Int32 = 0
    var canonical: NameID = 0
  }

  /// Numbers the entities, and finds the mention that names each best: of those with the highest
  /// score the first.
  private mutating func number(_ mentions: [Mention], _ tokens: [Token]) {
    var clusters = clusters
    for m in kept {
      let mention = mentions[Int(m)]
      let r = Int(parent[Int(m)])
      let known = Int(entityOf[r])
      // All ones for the first mention of an entity.
      let isNew = known >> 63
      let cluster = known ^ ((known ^ clusters.count) & isNew)
      clusters.append(Cluster(), if: isNew & 1)
      entityOf[r] = Int32(truncatingIfNeeded: cluster)
      let best = clusters[cluster].score
      let score = Self.score(mention, m, tokens[Int(mention.first)].flags)
      clusters[cluster].score = max(score, best)
      clusters[cluster].root = Int32(truncatingIfNeeded: r)
      // What a pronoun begins is of the kind of the first that is more.
      if best &- 1 < Self.named &- 1, score >= Self.named { infos[r].kind = mention.kind }
    }
    self.clusters = clusters
  }

  /// The score from which on a mention is more than a pronoun.
  private static var named: UInt64 { 1 << 62 }
  private static var indexMask: UInt64 { 1 << 28 - 1 }

  /// The mention of a score.
  private static func mention(_ score: UInt64) -> Int { Int(~score & indexMask) }

  /// Names go before nationalities, those before nominals and those before pronouns; of names the one
  /// with more words (a sentence has fewer than 512), then the longer, then the one that is not all in
  /// capitals ("LISBON" of a dateline, "Lisbon" of the text); then what comes first. Never 0.
  @inline(__always)
  private static func score(_ mention: Mention, _ index: Int32, _ flags: TokenFlags) -> UInt64 {
    let words = UInt64(truncatingIfNeeded: min(mention.end &- mention.first, 511))
    let length = UInt64(truncatingIfNeeded: min(mention.span.end &- mention.span.start, 0xFF_FFFF))
    let isMixed = UInt64(~flags.rawValue / TokenFlags.allCaps.rawValue & 1)
    let form = Int(mention.form.rawValue)
    let isName = UInt64(bitPattern: Int64(form &- 1) >> 63)
    return UInt64(truncatingIfNeeded: 3 &- form) << 62
      | (words << 53 | length << 29 | isMixed << 28) & isName
      | ~UInt64(truncatingIfNeeded: index) & indexMask
  }

  /// The canonical name of the first of an entity's names that has one and is not another's.
  private mutating func findCanonicals(_ mentions: [Mention]) {
    // Names stay, whatever becomes of what has none.
    for m in lists.listed {
      let cluster = Int(entityOf[Int(parent[Int(m)])])
      guard clusters[cluster].canonical == 0, !isForeign(m, mentions) else { continue }
      clusters[cluster].canonical = mentions[Int(m)].canonical
    }
  }

  /// Writes the entities, each with the one that it belongs to.
  private mutating func fill(_ entities: inout [Entity], _ notes: [MentionNote]) {
    entities.removeAll(keepingCapacity: true)
    entities.reserveCapacity(clusters.count)
    for cluster in clusters {
      let naming = Self.mention(cluster.score)
      var entity = Entity(
        kind: infos[Int(cluster.root)].kind, naming: newIndex[naming], canonical: cluster.canonical)
      var owner = notes[naming].owner
      if owner < 0 { owner = infos[Int(parent[naming])].owner }
      if owner >= 0, newIndex[Int(owner)] >= 0 {
        entity.owner = entityOf[Int(parent[Int(owner)])]
      }
      entities.append(entity)
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
