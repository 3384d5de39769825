import Testing

@testable import EntityGraph

/// Two articles, one name each: does the pair become one entity?
@Suite struct SpellingPairTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    var kind: EntityKind
    var a: String
    var b: String
    var testDescription: String { "\(a) / \(b)" }
  }

  private static func pairs(_ kind: EntityKind, _ text: String) -> [Pair] {
    text.split(separator: "\n").compactMap { line in
      let sides = line.split(separator: "|").map { $0.trimmingPrefix { $0 == " " } }
      guard sides.count == 2 else { return nil }
      let left = String(sides[0].reversed().drop { $0 == " " }.reversed())
      return Pair(kind: kind, a: left, b: String(sides[1]))
    }
  }

  static let same =
    pairs(
      .person,
      """
      Muammar Gaddafi | Moammar Gadhafi
      Muammar Gaddafi | Muammar Qaddafi
      Moammar Khadafy | Muammar Gaddafi
      Qassem Suleimani | Qasem Soleimani
      Abu Mahdi al-Mohandes | Abu Mahdi al-Muhandis
      Volodymyr Zelensky | Volodymyr Zelenskyy
      Volodymyr Zelenskiy | Vladimir Zelensky
      Mohammed Mursi | Mohamed Morsi
      Abdel Fattah al-Sisi | Abdel-Fattah el-Sissi
      Sergei Lavrov | Sergey Lavrov
      Dmitri Medvedev | Dmitry Medvedev
      Recep Tayyip Erdoğan | Recep Tayyip Erdogan
      François Hollande | Francois Hollande
      Gerhard Schröder | Gerhard Schroeder
      Kim Jong Un | Kim Jong-un
      Bill Clinton | William Clinton
      Bob Menendez | Robert Menendez
      J. K. Rowling | JK Rowling
      John F. Kennedy | John Kennedy
      George W. Bush | George Bush
      Ayman al-Zawahiri | Ayman al-Zawahri
      Mahmoud Ahmadinejad | Mahmoud Ahmadi-Nejad
      Nouri al-Maliki | Nuri al-Maliki
      Viktor Yanukovych | Viktor Yanukovich
      Yulia Tymoshenko | Yuliya Timoshenko
      Alexander Lukashenko | Aleksandr Lukashenka
      Mohammad Javad Zarif | Javad Zarif
      Slobodan Milosevic | Slobodan Milošević
      Yasser Arafat | Yasir Arafat
      Osama bin Laden | Usama bin Ladin
      Bashar al-Assad | Bashar Assad
      Hassan Rouhani | Hasan Rohani
      Moqtada al-Sadr | Muqtada al-Sadr
      Haider al-Abadi | Haidar al-Abadi
      Nicolás Maduro | Nicolás Maduro Moros
      Vicente Fox Quesada | Vicente Fox
      Felipe Calderón Hinojosa | Felipe Calderon
      Islam Karimov | Islom Karimov
      Mohamed ElBaradei | Mohammed el-Baradei
      Lin Piao | Lin Biao
      Lee Kuan Yew | Lee Kwan Yew
      Roh Moo-hyun | Noh Moo-hyun
      Heydar Aliyev | Geidar Aliev
      Dzhokhar Dudayev | Djokhar Dudaev
      Aung San Suu Kyi | Suu Kyi
      Martin Luther King Jr. | Martin Luther King
      Robert Mueller | Bob Mueller
      Nicolás Maduro | Nicolas Maduro
      Ali Khamenei | Ali Khamene'i
      Saddam Hussein | Saddam Hussain
      Tony Blinken | Antony Blinken
      Adel Abdul-Mahdi | Adel Abd al-Mahdi
      Obama | Barack Obama
      Lukashenko | Alexander Lukashenko
      Khalifa Haftar | Khalifa Hifter
      Alexei Navalny | Aleksei Navalny
      Ilham Aliyev | Ilham Aliev
      Boutros Boutros-Ghali | Boutros Boutros Ghali
      Jean-Claude Juncker | Jean Claude Juncker
      Łukasz Kowalski | Lukasz Kowalski
      Søren Jørgensen | Soren Joergensen
      Mike Pompeo | Michael Pompeo
      Joe Biden | Joseph R. Biden Jr.
      Liz Cheney | Elizabeth Cheney
      Yevgeny Prigozhin | Evgeny Prigozhin
      Mohammed Dahlan | Muhammad Dahlan
      Mustafa Barzani | Mustapha Barzani
      Tarek Haddad | Tariq Haddad
      Hussein al-Shahristani | Husain Shahristani
      Khaled Meshaal | Khalid Mishal
      """)
    + pairs(
      .organization,
      """
      Iraqi parliament | Iraq's parliament
      Parliament of Iraq | Iraqi parliament
      Ministry of Defence | Defense Ministry
      US-led coalition | United States-led alliance
      World Health Organization | World Health Organisation
      Siemens AG | Siemens
      Royal Dutch Shell plc | Royal Dutch Shell
      Acme Rocket Corp. | Acme Rocket Corporation
      Labour | Labour Party
      Northern Rail Workers Union | NRWU
      Hezbollah | Hizbullah
      al-Qaeda | Al Qaida
      Johnson & Johnson | Johnson and Johnson
      Russian Foreign Ministry | Foreign Ministry of Russia
      Barclays | Barclays Bank
      General Electric Co. | General Electric
      Goldman Sachs Group Inc | Goldman Sachs
      UN Security Council | United Nations Security Council
      US Army | U.S. Army
      British government | UK government
      Government of Japan | Japanese government
      Chinese Communist Party | Communist Party of China
      Ansar al-Sharia | Ansar al-Shariah
      Ahrar al-Sham | Ahrar ash-Sham
      Hashd al-Shaabi | Hashed al-Shaabi
      """)
    + pairs(
      .place,
      """
      Falluja | Fallujah
      São Paulo | Sao Paulo
      St. Petersburg | Saint Petersburg
      Kiev | Kyiv
      """)

  static let different =
    pairs(
      .person,
      """
      Bashar al-Assad | Hafez al-Assad
      Bill Clinton | Hillary Clinton
      George W. Bush | George H. W. Bush
      George Bush | Jeb Bush
      Kim Jong-un | Kim Jong-il
      Kim Il-sung | Kim Jong-un
      John Smith | Joan Smith
      Li Peng | Li Ping
      Li Peng | Li Beng
      Juan Carlos | Juan Carlos Ferrero
      John Stewart | John Stewart Mill
      John Hanson | John Henson
      Christian Berg | Christiane Berg
      Raul Castro | Fidel Castro
      Mahmoud Abbas | Mohamed Abbas
      Ali Hassan | Ali Hussein
      Pope John Paul II | Pope John Paul I
      Martin Luther | Martin Luther King
      Michael Jordan | Michael Gordon
      Peter Hill | Peter Hall
      Robert Kennedy | John Kennedy
      Maria Silva | Mario Silva
      Donald Trump | Ivanka Trump
      David Cameron | James Cameron
      Ahmed Karim | Hamid Karim
      Nawaz Sharif | Shehbaz Sharif
      Mark Milley | Mark Miller
      Ali Khamenei | Ruhollah Khomeini
      Rand Paul | Ron Paul
      Sergei Lavrov | Sergei Ivanov
      Viktor Yanukovych | Viktor Yushchenko
      Paul Ryan | Paul Rand
      Prince Charles | Prince William
      Omar Haddad | Amir Haddad
      Tom Clark | Tim Clark
      Khaled Salim | Khaled Selim Hassan
      Daniel Ortega | Daniela Ortega
      Hamid Karzai | Ahmed Karzai
      Saif Gaddafi | Muammar Gaddafi
      """)
    + pairs(
      .organization,
      """
      University of Washington | Washington University
      Ministry of Defence | Ministry of Finance
      Iraqi parliament | Iranian parliament
      Bank of England | Bank of Ireland
      University of York | University of New York
      Manchester United | Manchester City
      Iraqi army | Iraqi police
      Ford | Ford Foundation
      Islamic State | Islamic Jihad
      Deutsche Bank | Deutsche Bahn
      Republican Party | Democratic Party
      American Airlines | British Airways
      Kurdistan Democratic Party | Kurdistan Workers' Party
      US Army | US Navy
      Washington Post | Washington Times
      Bank of America | Bank of Japan
      Ministry of Interior | Ministry of Industry
      Turkish government | Tunisian government
      European Commission | European Council
      Communist Party of China | Communist Party of Vietnam
      """)
    + pairs(
      .place,
      """
      Iraq | Iran
      Austria | Australia
      Niger | Nigeria
      Slovakia | Slovenia
      Mali | Malawi
      North Korea | South Korea
      Guinea | Guyana
      Dominica | Dominican Republic
      Gambia | Zambia
      Mauritius | Mauritania
      Georgia | Georgetown
      Republic of Congo | Democratic Republic of Congo
      South Korea | South Africa
      Iceland | Ireland
      Hanover | Hannover Park
      """)

  @Test(arguments: same) func becomesOne(_ pair: Pair) throws {
    #expect(try clusters(pair) == 1)
  }

  @Test(arguments: different) func staysTwo(_ pair: Pair) throws {
    #expect(try clusters(pair) == 2)
  }

  /// Runs both names through the lexicon as the pipeline does, and the resolver in both orders.
  private func clusters(_ pair: Pair) throws -> Int {
    let knowledge = try #require(BuiltIn.knowledge)
    let resolver = IdentityResolver(knowledge: knowledge)
    let a = record("a", pair.a, pair.kind, knowledge)
    let b = record("b", pair.b, pair.kind, knowledge)
    let one = resolver.resolve([a, b])
    let two = resolver.resolve([b, a])
    #expect(one.clusterCount == two.clusterCount)
    #expect(one.merges.count == 2 - one.clusterCount)
    return one.clusterCount
  }

  private func record(
    _ document: String, _ name: String, _ kind: EntityKind, _ knowledge: Knowledge
  ) -> IdentityRecord {
    IdentityRecord(
      document: document, kind: kind, names: [.init(name)],
      canonical: canonical(name, kind, knowledge))
  }

  /// The canonical name that the lexicon gives the whole name.
  private func canonical(_ name: String, _ kind: EntityKind, _ knowledge: Knowledge) -> String {
    var table = TokenTable()
    Array(name.utf8).withUnsafeBufferPointer {
      Tokenizer(lexicon: knowledge.lexicon).run($0, into: &table)
    }
    var node: UInt32 = 0
    for (k, token) in table.tokens.enumerated() {
      guard Int(token.term) < knowledge.lexicon.termCount else { return "" }
      node = k == 0 ? knowledge.lexicon.root(token.term) : knowledge.lexicon.step(node, token.term)
      if node == 0 { return "" }
    }
    guard node != 0 else { return "" }
    for index in knowledge.lexicon.senseRange(node) {
      let sense = knowledge.lexicon.sense(index)
      let fits =
        sense.kind == .person && kind == .person || sense.kind == .place && kind == .place
        || sense.kind == .organization && kind == .organization
      if fits { return knowledge.canonicalName(sense.canonical) }
    }
    return ""
  }
}
