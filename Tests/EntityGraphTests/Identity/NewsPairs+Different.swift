extension NewsPairTests {
  /// Articles that name one actor each, two who look alike.
  static let different = #"""
    [George H. W. Bush] sent troops to Kuwait in 1990.
    [George W. Bush] ordered the invasion of Iraq in 2003.
    [Hafez al-Assad] ruled Syria for three decades.
    [Bashar al-Assad] fled to Moscow.
    [Pierre Trudeau] retired in 1984.
    [Justin Trudeau] resigned in January.
    [Bill Clinton] left office in 2001.
    [Hillary Clinton] lost the election in 2016.
    [Kim Jong-il] died on his train.
    [Kim Jong-un] inspected a factory.
    [Kim Il-sung] founded the state.
    [Kim Jong-il] succeeded his father.
    [Fidel Castro] handed over power.
    [Raul Castro] met the American president.
    [Néstor Kirchner] renegotiated the debt.
    [Cristina Kirchner] was placed under house arrest.
    [Indira Gandhi] was shot by her guards.
    [Rajiv Gandhi] was killed by a bomb.
    [Rahul Gandhi] marched across India.
    [Sonia Gandhi] stepped down as party leader.
    [Lee Kuan Yew] led Singapore to independence.
    [Lee Hsien Loong] stepped down in May.
    [Martin Luther King Jr.] led the march.
    [Martin Luther King III] spoke at the rally.
    [Robert F. Kennedy] was shot in Los Angeles.
    [Robert F. Kennedy Jr.] joined the cabinet in 2025.
    [Laurent Kabila] was shot by a bodyguard.
    [Joseph Kabila] delayed the vote.
    [Rafik Hariri] was killed by a truck bomb.
    [Saad Hariri] resigned on television.
    [Michelle Obama] published her memoirs.
    [Barack Obama] campaigned in Ohio.
    [David Miliband] left for New York.
    [Ed Miliband] won the leadership.
    [Serena Williams] won in straight sets.
    [Venus Williams] lost in the first round.
    [Jack Smith], the prosecutor, filed the charges.
    [Jack Smyth], a goalkeeper from Cork, signed for the club.
    The footballer [Gary Stevens] played for Everton.
    Senator [Gary Stephens] of Ohio voted against the bill.
    Congressman [Adam Smith] of Washington led the hearing.
    The economist [Adam Smith] wrote in the eighteenth century.
    [David Davis], the Brexit secretary, resigned.
    [David Davies], the Welsh secretary, lost his seat.
    The comedian [John Oliver] hosted the show.
    Manchester coroner [Joan Oliver] opened the inquest.
    [Alexander Ivanov], a Russian diplomat, was expelled from Prague.
    [Alexandra Ivanova], a Russian gymnast, won gold.
    [Mohammed Ali], a shopkeeper in Basra, said that prices had doubled.
    [Muhammad Ali] beat George Foreman in Kinshasa.
    Troops crossed from [Iraq] at night.
    Inspectors returned to [Iran] in June.
    Voters in [Austria] chose a new chancellor.
    Fires burned across [Australia].
    Soldiers in [Niger] seized power.
    Gunmen in [Nigeria] kidnapped pupils.
    A coup was reported in [Guinea] on Sunday.
    Fishermen in [Guinea-Bissau] went on strike.
    Miners in [Guinea] blocked the railway.
    An oil firm in [Equatorial Guinea] was fined.
    Villagers in [Papua New Guinea] were buried by a landslide.
    The junta of [Guinea] freed the opposition leader.
    [North Korea] fired two missiles.
    [South Korea] elected a new president.
    Rebels in the [Democratic Republic of Congo] took Goma.
    The president of the [Republic of the Congo] rules from Brazzaville.
    Famine spread in [Sudan].
    Cattle raiders killed 50 people in [South Sudan].
    Lawmakers in [Georgia], the former Soviet republic, passed the bill in Tbilisi.
    Voters in the US state of [Georgia] went to the polls in Atlanta.
    The president of [Slovakia] was shot at.
    [Slovenia] closed its border.
    Women in [Gambia] won the case.
    The copper mines of [Zambia] were sold.
    The [Dominican Republic] began to build a wall.
    The hurricane flattened roofs in [Dominica].
    Police in [Mauritania] freed the activist.
    A tanker leaked oil off [Mauritius].
    Protesters in [Mali] burned flags.
    The holiday islands of the [Maldives] reopened.
    The ferry sank off [Malta].
    Police in [Malawi] seized ivory.
    The [Ministry of Defence] in London ordered new frigates.
    The [Ministry of Finance] in London published its forecast.
    The Russian [Ministry of Defence] claimed the village.
    The Ukrainian [Ministry of Defence] denied the claim.
    The French [Foreign Ministry] summoned the envoy.
    The Italian [Foreign Ministry] protested.
    The [First Army] crossed the Rhine.
    The [Second Army] held the bridge.
    The [1st Armored Division] flew to Kuwait.
    The [1st Cavalry Division] left Texas.
    [Boston University] hired the professor.
    [Boston College] won the match.
    [Real Madrid] bought the striker.
    [Atletico Madrid] drew at home.
    [Manchester United] sacked their coach.
    [Manchester City] won the title.
    The [Bank of China] opened a branch in Lusaka.
    The [Bank of Japan] raised rates.
    The [Bank of Ireland] cut jobs.
    The [Bank of Scotland] was fined.
    [Deutsche Bank] settled the case.
    [Deutsche Bahn] cancelled trains.
    [Air France] cancelled flights to Bamako.
    [Air China] ordered 50 jets.
    [American Airlines] merged with its rival.
    [United Airlines] removed the passenger.
    The [University of Cambridge] admitted fewer pupils.
    [Anglia Ruskin University] in Cambridge opened a medical school.
    The [University of Washington] studied the virus.
    [Washington University] in St. Louis hired the historian.
    [Michigan State University] paid the victims.
    The [University of Michigan] cut its diversity office.
    The [National Security Agency] tapped the phones.
    The [National Security Council] met at the White House.
    The [FBI] searched the office.
    The [FSB] arrested the journalist.
    The [EU] fined the company.
    The [AU] suspended the country.
    The [OSCE] sent monitors.
    The [OECD] lowered its forecast.
    The [IMF] approved the loan.
    The [ILO] published wages data.
    The [World Bank] lent two billion dollars.
    The [World Trade Organization] ruled against the tariff.
    The [Communist Party of India] fielded ten candidates.
    The [Communist Party of China] met in Beijing.
    The [Socialist Party] in France chose its leader.
    The [Socialist Party] in Portugal lost power.
    [Fatah] won in Ramallah.
    [Fatah al-Islam] fought in the camp.
    [Islamic Jihad] fired rockets from Gaza.
    [Islamic State] claimed the bombing in Kabul.
    [Hamas] released the hostages.
    [Amal] blocked the vote.
    The [Irish Republican Army] bombed the hotel.
    The [Real Irish Republican Army] claimed the shooting.
    [Sinn Fein] topped the poll.
    [Fianna Fail] formed the government.
    [General Motors] recalled the trucks.
    [General Electric] sold its turbines unit.
    [General Dynamics] built the submarine.
    [General Mills] raised its prices.
    [Morgan Stanley] hired the banker.
    [JPMorgan] bought the lender.
    [BP] sold its stake.
    [BT] cut thousands of jobs.
    The [New York Times] published the tape.
    The [New York Post] named the suspect.
    The [Washington Post] won the prize.
    The [Washington Times] closed its bureau.
    The [Daily Mail] paid damages.
    The [Daily Mirror] apologised.
    [East Germany] built the wall.
    [West Germany] won the final.
    [Virginia] executed the killer.
    [West Virginia] closed the mine.
    Strikes hit [North Kivu] on Monday.
    Rebels entered [South Kivu] on Friday.
    Fire destroyed a factory in [Kansas], the prairie state.
    The mayor of [Kansas City], Missouri, apologised.
    [New Jersey] sued the developer.
    The bailiff of [Jersey] opened the inquiry.
    A bomb went off in [Tripoli], Lebanon.
    Militias clashed in [Tripoli], Libya.
    Flooding hit [Birmingham], Alabama.
    Bin workers in [Birmingham], England, went on strike.
    Judge [Mary Wilson] of Dublin freed the man.
    The swimmer [Mary Willson] of Perth broke the record.
    [Abdullah Abdullah] refused to concede in Kabul.
    King [Abdullah] of Jordan flew to Washington.
    [Mohammed bin Salman] runs the kingdom.
    [Mohammed bin Zayed] rules the Emirates.
    [Mohammed bin Salman] cut oil output.
    [Khalid bin Salman] visited the Pentagon.
    [Prince William] opened the school.
    [Prince Harry] sued the newspaper.
    [Pope John Paul II] was shot in the square.
    [Pope John XXIII] called the council.
    [Elizabeth I] never married.
    [Elizabeth II] died at Balmoral.
    [Vladimir Putin] spoke for four hours.
    [Lyudmila Putina] opened the centre.
    [Ivan Petrov], a farmer near Omsk, lost his harvest.
    The Bulgarian weightlifter [Ivan Petkov] failed a drug test.
    [Chen Shui-bian] was jailed for corruption.
    [Chen Shui-fan] opened a restaurant in Taipei.
    [Li Peng] declared martial law.
    [Li Keqiang] died in Shanghai.
    [Zhang Wei], a lawyer in Shanghai, was detained.
    The badminton player [Zhang Wen] won silver.
    [Saddam Hussein] was hanged in 2006.
    [Uday Hussein] was killed in Mosul.
    [Raisa Gorbachev] died of leukaemia.
    [Mikhail Gorbachev] won the Nobel prize.
    [Benazir Bhutto] was killed in Rawalpindi.
    [Zulfikar Ali Bhutto] was hanged in 1979.
    [Bilawal Bhutto Zardari] became foreign minister.
    [Asif Ali Zardari] was elected president.
    [Nawaz Sharif] returned from London.
    [Shehbaz Sharif] formed a government.
    [Marine Le Pen] was convicted.
    [Jean-Marie Le Pen] died at 96.
    [Jean-Claude Duvalier] fled Haiti.
    [Francois Duvalier] ruled Haiti by terror.
    [George Bush] praised the senators.
    [Jeb Bush] dropped out of the race.
    [Ferdinand Marcos] fled to Hawaii.
    [Imelda Marcos] kept her shoes.
    [Ferdinand Marcos Jr.] was sworn in.
    [Ferdinand Marcos] declared martial law in 1972.
    [Donald Trump] won the election.
    [Donald Trump Jr.] went hunting in Mongolia.
    [Ivanka Trump] testified for an hour.
    [Ivana Trump] died in New York.
    [Hunter Biden] was pardoned.
    [Jill Biden] visited a school.
    [Alfonso Cuaron] won the award.
    [Carlos Cuaron] directed the comedy.
    [Andy Murray] retired.
    [Jamie Murray] won the doubles.
    [Gary Neville] criticised the owners.
    [Phil Neville] took the job in Portland.
    [Ralph Miliband] fled to London in 1940.
    [David Miliband] leads the aid agency.
    [Kim Jong Un] met the president.
    [Kim Jong Nam] was poisoned at the airport.
    [Xi Jinping] hosted the summit.
    [Xi Zhongxun] was purged.
    [Wang Yi] met his Indian counterpart.
    [Wang Qishan] fought corruption.
    [Lee Myung-bak] was jailed.
    [Lee Jae-myung] won the election.
    The lawyer [John Edwards] ran for vice president.
    The goalkeeper [John Edwards] saved a penalty.
    The footballer [Paul Robinson] retired at Burnley.
    Judge [Paul Robinson] of Leeds jailed the pair.
    Police in [Cambridge], Massachusetts, arrested the professor.
    Scientists in [Cambridge], England, tested the drug.
    Storms hit [Valencia], Spain.
    The factory in [Valencia], Venezuela, closed.
    A fire broke out in [San Jose], California.
    Voters in [San Jose], Costa Rica, queued for hours.
    The [Labour Party] in New Zealand chose a new leader.
    The [Labour Party] in Britain won the election.
    India's [Supreme Court] ruled on the temple.
    Israel's [Supreme Court] struck down the law.
    The [Indian Army] crossed the line of control.
    The [Pakistan Army] fired shells.
    The [Ministry of Health] in Gaza counted the dead.
    The [Ministry of Education] in Gaza closed the schools.
    The [Bank of America] cut its staff.
    The [Bank of England] cut rates.
    The [Royal Bank of Scotland] was rescued.
    The [Royal Bank of Canada] raised its dividend.
    [Inter Milan] won the derby.
    [AC Milan] lost at home.
    [West Ham United] sold the striker.
    [West Bromwich Albion] bought the striker.
    [Oxford United] drew.
    [Oxford City] lost.
    The [University of Manchester] cut courses.
    [Manchester Metropolitan University] hired staff.
    [Sky News] interviewed the minister.
    [Fox News] interviewed the president.
    [China Eastern] ordered planes.
    [China Southern] cancelled flights.
    [Petrobras] found oil.
    [Petronas] found gas.
    The [ICC] issued a warrant for the general.
    The [ICJ] ruled on the border.
    [Hezbollah] fired rockets.
    [Ansar Allah] attacked a ship.
    The [National Front] lost in France.
    The [National Party] lost in South Africa.
    The [People's Party] won in Spain.
    The [People's Alliance] won in Iceland.
    The [Democratic Party] nominated her.
    The [Democratic Unionist Party] walked out.
    The [African Union] sent troops.
    The [European Union] sent money.
    [South Ossetia] declared independence.
    [North Ossetia] buried the children.
    [Upper Egypt] saw clashes.
    [Lower Saxony] voted.
    [North Carolina] redrew its map.
    [South Carolina] removed the flag.
    [Ireland] sued.
    [Northern Ireland] voted.
    [Liberia] elected a footballer.
    [Libya] split in two.
    [Latvia] closed its border.
    [Lithuania] bought tanks.
    [Paraguay] kept its ties with Taiwan.
    [Uruguay] legalised the drug.
    [Bolivia] devalued.
    [Bulgaria] joined the euro.
    [Tajikistan] fenced the border.
    [Turkmenistan] sold gas.
    """#
}
