extension NewsPairTests {
  /// Articles that name one actor each, the same in two spellings.
  static let same = #"""
    Officials in Cairo said [Yousef Boutros Ghali] left the country before the verdict.
    The court convicted [Youssef Boutros-Ghali], the former finance minister, of corruption.
    [Abdel Fattah al-Sisi] opened the new road on Sunday.
    Egypt's president, [Abdelfattah el-Sissi], arrived in Paris for talks.
    The tribunal heard that [Saif al-Islam Gaddafi] had given the order.
    Prosecutors still want [Seif al-Islam Kadhafi] in The Hague.
    [Muammar al-Qaddafi] spoke for ninety minutes at the United Nations.
    Rebels in Misrata said [Moammar Gadhafi] had fled to Sirte.
    [Hosni Mubarak] was taken to hospital on Tuesday.
    A lawyer for [Husni Mubarak] told reporters that his client was ill.
    [Nouri al-Maliki] met tribal leaders in Anbar.
    Iraq's former prime minister [Nuri al-Maliki] rejected the plan.
    Followers of [Moqtada al-Sadr] marched in Basra.
    The cleric [Muqtada al-Sadr] called for calm.
    [Hassan Nasrallah] addressed supporters by video link.
    Hezbollah leader [Hasan Nasrallah] threatened to respond.
    [Ismail Haniyeh] travelled to Doha last week.
    The funeral of [Ismail Haniya] drew thousands of mourners.
    [Yevgeny Prigozhin] accused the ministry of starving his men of shells.
    The mercenary chief [Evgeny Prigozhin] flew to Minsk.
    [Sergei Lavrov] told the council that the draft was unacceptable.
    Foreign Minister [Sergey Lavrov] arrived in Delhi.
    [Alexei Navalny] was arrested at the airport.
    The opposition leader [Aleksei Navalny] died in prison.
    [Mikhail Khodorkovsky] spent ten years in jail.
    The oil tycoon [Mikhail Khodorkovskiy] was pardoned in December.
    [Dmitri Medvedev] warned the alliance on Friday.
    Russia's former president [Dmitry Medvedev] wrote on Telegram.
    [Volodymyr Zelenskyy] visited Kherson on Monday.
    Ukraine's president [Vladimir Zelensky] asked for more shells.
    [Petro Poroshenko] lost the vote by a wide margin.
    The chocolate magnate [Pyotr Poroshenko] was sworn in.
    [Oleksandr Usyk] beat Tyson Fury in Riyadh.
    The heavyweight champion [Alexander Usyk] is to defend his title.
    [Alexander Lukashenko] won a sixth term.
    President [Aliaksandr Lukashenka] of Belarus pardoned two prisoners.
    [Mao Tse-tung] led the Long March.
    The portrait of [Mao Zedong] hangs over the gate.
    [Chou En-lai] met Henry Kissinger in secret.
    Premier [Zhou Enlai] received the visitors.
    [Teng Hsiao-ping] returned to power in 1977.
    The reforms of [Deng Xiaoping] changed the countryside.
    [Kim Jong Un] watched the launch.
    North Korean leader [Kim Jong-un] sent a letter to Moscow.
    [Ban Ki Moon] called the shelling a moral outrage.
    The former secretary general [Ban Ki-moon] was in Seoul.
    [Park Geun-hye] was removed from office.
    The former president [Park Geun Hye] received a pardon.
    [Mahmoud Ahmadinejad] registered as a candidate.
    Iran's former president [Mahmud Ahmadinezhad] was barred from running.
    [Ali Khamenei] appeared in public for the first time in weeks.
    Supreme Leader [Ayatollah Ali Khamenei] met the cabinet.
    [Ebrahim Raisi] died in a helicopter crash.
    The judge [Ebrahim Raeisi] was elected in June.
    [Mohammad Javad Zarif] posted a video.
    Foreign Minister [Mohammed Javad Zarif] flew to Vienna.
    [Binyamin Netanyahu] told his cabinet to prepare.
    Israel's prime minister, [Benjamin Netanyahu], spoke in Washington.
    [Yitzhak Rabin] was shot at a peace rally.
    The killing of [Itzhak Rabin] ended an era.
    [Tzipi Livni] led the talks.
    The former foreign minister [Tsipi Livni] retired from politics.
    [Atal Behari Vajpayee] took the bus to Lahore.
    The late prime minister [Atal Bihari Vajpayee] was a poet.
    [Jawaharlal Nehru] wrote from prison.
    The letters of [Pandit Jawaharlal Nehru] were sold at auction.
    [M. K. Stalin] was sworn in as chief minister in Chennai.
    Tamil Nadu's chief minister [MK Stalin] wrote to Delhi.
    [Recep Tayyip Erdogan] addressed the crowd in Istanbul.
    Turkey's president, [Recep Tayyip Erdoğan], will fly to Moscow.
    [Abdullah Ocalan] has been held on an island since 1999.
    The jailed Kurdish leader [Abdullah Öcalan] called on his fighters to disarm.
    [Andrés Manuel López Obrador] promised a new refinery.
    Mexico's president, [Andres Manuel Lopez Obrador], took a commercial flight.
    [Gabriel García Márquez] lived for decades in Mexico City.
    The novelist [Gabriel Garcia Marquez] won the prize in 1982.
    [Enrique Peña Nieto] denied that he had taken money.
    The former president [Enrique Pena Nieto] lives in Spain.
    [Orbán Viktor] gave his annual speech.
    Hungary's prime minister [Viktor Orban] vetoed the statement.
    [Slobodan Milošević] died in his cell.
    The trial of [Slobodan Milosevic] lasted four years.
    [Lech Wałęsa] climbed over the shipyard wall.
    The electrician [Lech Walesa] became president of Poland.
    [J. K. Rowling] criticised the bill.
    The author [JK Rowling] lives in Edinburgh.
    [J.R.R. Tolkien] taught at Oxford.
    A letter by [JRR Tolkien] fetched a record price.
    [A. Q. Khan] sold centrifuge designs.
    The Pakistani scientist [Abdul Qadeer Khan] died in Islamabad.
    [William J. Clinton] signed the treaty.
    Former president [Bill Clinton] spoke at the convention.
    [Joseph R. Biden Jr.] announced the withdrawal.
    President [Joe Biden] met the premier in Tokyo.
    [Bernard Sanders] voted against the measure.
    Senator [Bernie Sanders] of Vermont held a rally.
    [Robert F. Kennedy Jr.] took a job in the cabinet.
    The health secretary [Robert Kennedy Jr] dismissed the panel.
    [Thomas Daschle] of South Dakota led the Democrats in the Senate.
    The former senator [Tom Daschle] became a lobbyist.
    [Edward Miliband] lost the election.
    Labour's [Ed Miliband] is in charge of energy policy.
    [Anthony Blair] was the longest-serving Labour prime minister.
    Former prime minister [Tony Blair] gave evidence to the inquiry.
    [Aleksandr Litvinenko] drank tea at a London hotel.
    The inquiry into the death of [Alexander Litvinenko] blamed Moscow.
    [Margaret Thatcher] won three elections.
    A statue of [Baroness Margaret Thatcher] was unveiled in Grantham.
    [Sir Keir Starmer] flew to Brussels.
    Prime Minister [Keir Starmer] faced questions over the deal.
    [Nicolas Sarkozy] was ordered to wear an ankle tag.
    The former French president [Nicholas Sarkozy] denied the charges.
    [Martin Luther King Jr.] spoke in Memphis.
    The widow of [Martin Luther King] led the march.
    [Michael Bloomberg] gave a billion dollars to the university.
    The former mayor of New York, [Mike Bloomberg], ended his campaign.
    [Charles Schumer] said that the bill would pass.
    The Senate leader [Chuck Schumer] held a news conference.
    [Elizabeth Cheney] lost the primary in Wyoming.
    The former congresswoman [Liz Cheney] endorsed the Democrat.
    Doctors from [Médecins Sans Frontières] reached the town.
    The aid group [Doctors Without Borders] said that its clinic was bombed.
    The [Kurdistan Workers' Party] claimed the attack near Diyarbakir.
    Turkey considers the [PKK] a terrorist organization.
    The [DGSE] warned the minister in April.
    France's [Directorate-General for External Security] recruited him in Beirut.
    The [Defense Department] said that the drone was American.
    A spokesman for the [Department of Defense] declined to comment.
    The [Department of Justice] sued the company on Monday.
    The [Justice Department] appealed against the ruling.
    The [State Department] summoned the ambassador.
    Officials at the [Department of State] cleared the sale.
    Britain's [Ministry of Defence] confirmed the death.
    A spokesman for the [British Defence Ministry] said the jet landed safely.
    Israel's [Foreign Ministry] summoned the envoy.
    The [Israeli Ministry of Foreign Affairs] published the names.
    The [World Health Organisation] declared an emergency.
    The [World Health Organization] praised the vaccine drive.
    The [WHO] sent a team to Conakry.
    A doctor at the [World Health Organization] in Geneva said that cases had fallen.
    The [International Atomic Energy Agency] lost access to the cameras.
    Inspectors from the [IAEA] flew to Tehran.
    The [United Nations High Commissioner for Refugees] opened a camp.
    The [UNHCR] said that 40,000 people had crossed the river.
    [Goldman Sachs] raised its forecast.
    Shares in [Goldman Sachs Group Inc.] fell two percent.
    [Johnson & Johnson] settled the claims.
    The drug maker [Johnson and Johnson] withdrew the powder.
    [Marks & Spencer] closed ten shops.
    The retailer [Marks and Spencer] was hit by hackers.
    [Deutsche Bank AG] cut 3,000 jobs.
    Germany's largest lender, [Deutsche Bank], posted a loss.
    [Toyota Motor Corp.] recalled two million cars.
    [Toyota Motor Corporation] said that it would build the plant in Kentucky.
    [Huawei Technologies Co.] denied the allegation.
    The Chinese company [Huawei] was barred from the network.
    [Gazprom] cut supplies to Bulgaria.
    The Russian state company [OAO Gazprom] raised its price.
    [Royal Dutch Shell plc] sold its refineries.
    The oil company [Royal Dutch Shell] moved its headquarters to London.
    [Lockheed Martin Corp] won the contract.
    The fighter is built by [Lockheed Martin] in Texas.
    The [Communist Party of China] opened its congress.
    The [Chinese Communist Party] expelled the general.
    The [Bharatiya Janata Party] swept the state.
    Leaders of the [BJP] met in Delhi.
    The [African National Congress] lost its majority.
    The [ANC] will hold its conference in December.
    The [Revolutionary Armed Forces of Colombia] kidnapped the senator.
    Rebels of the [FARC] handed over their weapons.
    Fighters of [al-Qaida] crossed the border.
    The leader of [Al Qaeda] was killed in Kabul.
    [Hizbollah] fired rockets at the town.
    The Lebanese group [Hezbollah] said that two of its men died.
    The [Islamic Revolutionary Guard Corps] seized the tanker.
    Iran's [Revolutionary Guards] fired the missiles.
    The [Labour Party] won a majority of 170 seats.
    [Labour] promised to build more houses.
    The [European Union] agreed on new tariffs.
    Ministers of the [EU] met in Luxembourg.
    The [Organisation for the Prohibition of Chemical Weapons] sent inspectors to Douma.
    The [OPCW] found traces of chlorine.
    The [Federal Bureau of Investigation] searched the house.
    Agents of the [FBI] arrested the clerk.
    [Facebook Inc] bought the start-up.
    The social network [Facebook] removed the pages.
    Protesters gathered in [Kiev] on Sunday.
    Missiles hit [Kyiv] before dawn.
    Soldiers in [Burma] fired on the crowd.
    The junta in [Myanmar] freed the monks.
    Students marched in [Peking] that spring.
    A court in [Beijing] sentenced the lawyer.
    Troops returned to barracks in [Ivory Coast] on Friday.
    Cocoa exports from [Côte d'Ivoire] rose.
    The king of [Swaziland] chose a new bride.
    Police in [Eswatini] broke up the march.
    The train from [Bombay] was late.
    Floods closed schools in [Mumbai].
    Trade between India and [Calcutta] grew in the nineteenth century.
    A bridge collapsed in [Kolkata], killing twenty.
    The gunman flew to [Turkey] in May.
    The parliament of [Türkiye] ratified the accession.
    Voters in [Macedonia] rejected the name.
    [North Macedonia] joined the alliance in 2020.
    The president of the [Czech Republic] vetoed the law.
    [Czechia] sent 50 tanks to Ukraine.
    The dam is near [Saigon].
    Police in [Ho Chi Minh City] arrested the banker.
    Shells fell on [Kharkov] for a third night.
    The mayor of [Kharkiv] said that the power was off.
    A tanker ran aground off [Ceylon] in 1951.
    The president of [Sri Lanka] fled to the Maldives.
    The army retook [Mossul] on Monday.
    Residents of [Mosul] returned to their homes.
    The prime minister of [Holland] resigned.
    The [Netherlands] will supply the jets.
    He was born in [Leningrad] in 1952.
    The forum opened in [Saint Petersburg] on Thursday.
    The jet landed in [St. Petersburg], Russia, at noon.
    Police in [Saint Petersburg], Russia's second city, made ten arrests.
    Aid reached [Cape Verde] after the storm.
    The football team of [Cabo Verde] qualified for the World Cup.
    The government of [East Timor] took office in Dili.
    Oil revenue of [Timor-Leste] has fallen.
    Refugees reached [Aleppo] on foot.
    The citadel of [Halab] was damaged.
    [Robert Kilroy-Silk] left the party in January.
    The former television host [Robert Kilroy Silk] founded a new party.
    The Palestinian president, [Mahmoud Abbas], met the envoy in Ramallah.
    [Abu Mazen] said that he would not run again.
    [Carlos the Jackal] was captured in Khartoum.
    A French court sentenced [Ilich Ramirez Sanchez] to life.
    [Daw Aung San Suu Kyi] was moved to house arrest.
    The Nobel laureate [Aung San Suu Kyi] won the election.
    [Ursula von der Leyen] outlined the plan in Strasbourg.
    The commission's president, [Ursula Von Der Leyen], welcomed the deal.
    [Muhammad Yunus] founded the Grameen Bank.
    The economist [Mohammed Yunus] will lead the interim government in Bangladesh.
    [Sheikh Hasina] fled by helicopter.
    The former prime minister of Bangladesh, [Sheikh Hasina Wajed], is in India.
    [Chiang Kai-shek] retreated to Taiwan.
    The mausoleum of [Chiang Kai Shek] was vandalised.
    [Silvio Berlusconi] was cleared on appeal.
    Italy's former prime minister [Silvio Berlusconni] was buried near Milan.
    [Paul Manafort] was sentenced to 47 months.
    The former campaign chairman [Paul J. Manafort Jr.] appealed.
    [Samuel Alito] wrote the opinion of the court.
    Justice [Samuel A. Alito Jr.] dissented.
    The [Bank of England] cut rates to 4 percent.
    The [BoE] kept its forecast.
    [British Broadcasting Corporation] managers apologised.
    The [BBC] dropped the programme.
    The [University of Oxford] dropped the investment.
    Researchers at [Oxford University] tested the vaccine.
    [Kenyatta University] students clashed with police in Nairobi.
    A lecturer at [Kenyatta University] in Nairobi was shot.
    The [Metropolitan Police Service] said that two men were held.
    London's [Metropolitan Police] apologised to the family.
    The [US Supreme Court] struck down the tariff.
    The [Supreme Court of the United States] agreed to hear the case.
    [Boko Haram] seized 200 girls in Chibok.
    Fighters of [Boko Harem] attacked the village.
    [Liu Shao-ch'i] was purged in 1968.
    The widow of [Liu Shaoqi] was freed.
    [Viktor Yushchenko] was poisoned during the campaign.
    The former president of Ukraine, [Victor Yuschenko], gave an interview.
    [Yulia Tymoshenko] was jailed for the gas deal.
    Ukraine's [Yuliya Timoshenko] returned to parliament.
    [Nikita Khrushchev] banged his shoe on the desk.
    The Soviet leader [Nikita Khruschev] was ousted.
    [Bashar al-Assad] promised reforms on state television.
    The Syrian president, [Bashar Assad], spoke in Damascus.
    [Abd Rabbuh Mansur Hadi] fled to Aden.
    Yemen's president, [Abdrabbuh Mansour Hadi], lived in Riyadh.
    [Khaled Meshaal] left Damascus for Doha.
    The Hamas leader [Khalid Mishal] gave an interview.
    [Abdelaziz Bouteflika] ruled Algeria for twenty years.
    The late president [Abdul Aziz Bouteflika] was buried in Algiers.
    [Omar al-Bashir] was overthrown in April.
    Sudan's former ruler [Omer al-Bashir] is wanted for genocide.
    [Sergei Shoigu] inspected the troops.
    The Russian defence minister, [Sergey Shoygu], met his deputies.
    [Valery Gerasimov] denied that the army was short of men.
    General [Valeriy Gerasimov] was put in charge of the war.
    [Ramzan Kadyrov] posted a video from Grozny.
    The Chechen leader, [Ramsan Kadyrow], threatened Kyiv.
    [Oleksandr Syrskyi] took over the army in February.
    The Ukrainian commander [Oleksandr Syrsky] visited Pokrovsk.
    [Andriy Yermak] flew to Geneva.
    Zelenskyy's chief of staff, [Andrii Yermak], resigned.
    [Leonid Brezhnev] received the American delegation.
    The Soviet leader [Leonid Brezhnyev] died in 1982.
    [Boris Yeltsin] climbed on a tank.
    Russia's first president, [Boris Eltsin], resigned on New Year's Eve.
    [Hu Yaobang] was mourned by students.
    The death of [Hu Yao-bang] set off the protests.
    [Kim Dae-jung] won the Nobel Peace Prize.
    South Korea's president, [Kim Dae Jung], flew to Pyongyang.
    [Roh Moo-hyun] was impeached in 2004.
    The former president [Roh Moo Hyun] died in a fall.
    [Akbar Hashemi Rafsanjani] lost the election.
    Iran's former president [Hashemi Rafsanjani] led the prayers.
    [Mir Hossein Mousavi] is under house arrest.
    The opposition leader [Mir-Hussein Moussavi] rejected the result.
    [Avigdor Lieberman] left the coalition.
    The Israeli minister [Avigdor Liberman] demanded a new law.
    [Narendra Modi] unveiled the statue.
    India's prime minister, [Shri Narendra Modi], landed in Paris.
    [Mamata Banerjee] led the march in Kolkata.
    The chief minister of West Bengal, [Mamta Banerjee], wrote to Delhi.
    [Bülent Ecevit] sent troops to Cyprus.
    Turkey's prime minister [Bulent Ecevit] fell ill.
    [José Luis Rodríguez Zapatero] pulled the troops out of Iraq.
    Spain's former prime minister [Jose Luis Rodriguez Zapatero] mediated in Caracas.
    [Cristina Fernández de Kirchner] was convicted of fraud.
    Argentina's former president [Cristina Fernandez de Kirchner] appealed.
    [Ferenc Gyurcsány] admitted that he had lied.
    Hungary's former prime minister [Gyurcsany Ferenc] led the rally.
    [Václav Havel] wrote plays in prison.
    The Czech president [Vaclav Havel] died at his cottage.
    [F. W. de Klerk] freed the prisoners.
    South Africa's last white president, [FW de Klerk], apologised.
    [E.M. Forster] lived at King's College.
    The novelist [E. M. Forster] left the house to a friend.
    [James Comey] was fired by the president.
    The former director of the bureau, [Jim Comey], was indicted.
    [Michael Pence] certified the vote.
    The former vice president, [Mike Pence], refused to endorse him.
    [Addison Mitchell McConnell] fell at a hotel.
    The Senate leader [Mitch McConnell] stepped down.
    [Nancy Patricia Pelosi] presided over the House.
    The former speaker, [Nancy Pelosi], endorsed the candidate.
    [Richard Cheney] shot a friend in Texas.
    The former vice president, [Dick Cheney], defended the war.
    [Robert Dole] lost to Clinton in 1996.
    The late senator [Bob Dole] of Kansas was wounded in Italy.
    [Jeb Bush] dropped out of the race.
    Florida's former governor, [John Ellis "Jeb" Bush], spoke in Tampa.
    [Nikos Christodoulides] won the run-off in Cyprus.
    The president of Cyprus, [Nicos Christodoulides], met the envoy.
    The [Treasury Department] froze the accounts.
    The [Department of the Treasury] published the list.
    The [Department of Homeland Security] ended the programme.
    The [Homeland Security Department] sent agents to Chicago.
    Pakistan's [Inter-Services Intelligence] denied the report.
    The [ISI] sheltered the commander.
    The [Palestine Liberation Organisation] recognised Israel.
    The [PLO] moved to Tunis.
    The [Organization of the Petroleum Exporting Countries] met in Vienna.
    Ministers of [OPEC] agreed to pump less oil.
    The [Central Intelligence Agency] ran the prison.
    A former officer of the [CIA] was charged.
    The [Lord's Resistance Army] abducted the children.
    Joseph Kony founded the [LRA] in Uganda.
    The [Irish Republican Army] declared a ceasefire.
    The [IRA] put its weapons beyond use.
    The [Basque Homeland and Freedom] group planted the bomb.
    [ETA] announced that it would disband.
    [Volkswagen AG] admitted that it had cheated.
    The carmaker [Volkswagen] will close a plant.
    [Apple Inc.] moved production to India.
    The maker of the iPhone, [Apple], was fined by Brussels.
    [Samsung Electronics Co. Ltd.] cut its forecast.
    The chip maker [Samsung Electronics] will build a plant in Texas.
    [Ernst & Young] resigned as auditor.
    The accountants [Ernst and Young] were fined.
    [Rio Tinto plc] blew up the caves.
    The mining company [Rio Tinto] opened a mine in Guinea.
    [Daimler-Benz AG] bought the American carmaker.
    The German group [Daimler-Benz] recalled the cars.
    Refugees crossed the border into [Byelorussia] in 1991.
    The opposition in [Belarus] boycotted the vote.
    Monks fled the fighting in [Rangoon].
    A bomb exploded in [Yangon].
    Students rioted in [Madras].
    Rains flooded the airport in [Chennai].
    Russian guns shelled [Nikolayev].
    Shipyards in [Mykolaiv] closed.
    The train to [Lvov] was crowded.
    Refugees slept in the station at [Lviv].
    The king of [Siam] wrote to Lincoln.
    The army in [Thailand] annulled the vote.
    Planes bombed [Raqqa] at dawn.
    Families returned to [Raqqah] after the siege.
    Soldiers entered [Falluja] after a long battle.
    Iraqi forces surrounded [Fallujah].
    The army of [Zaire] collapsed in 1997.
    The [Democratic Republic of the Congo] closed its border with Rwanda.
    """#
}
