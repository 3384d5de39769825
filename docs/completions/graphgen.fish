function __graphgen_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __graphgen_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __graphgen_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __graphgen_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __graphgen_parse_tokens -S
    set -l unparsed_tokens (__graphgen_tokens -pc)
    switch $unparsed_tokens[1]
    case 'graphgen'
        __graphgen_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'draw'
            __graphgen_parse_subcommand -r 1 'o/output=' 'top=' 'lines=' 'title=' 'kinds=' 'predicates=' 'min-documents=' 'focus=' 'depth=' 'path=+' 'named-only' 'no-cooccurrence' 'engine=' 'layout-seconds=' 'decisions=' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'extract'
            __graphgen_parse_subcommand -r 1 'format=' 'o/output=' 'explain' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'export'
            __graphgen_parse_subcommand -r 1 'format=' 'o/output=' 'kinds=' 'predicates=' 'min-documents=' 'focus=' 'depth=' 'path=+' 'named-only' 'no-cooccurrence' 'decisions=' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'relations'
            __graphgen_parse_subcommand -r 2 'format=' 'o/output=' 'decisions=' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'explain'
            __graphgen_parse_subcommand -r 3 'o/output=' 'decisions=' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'stats'
            __graphgen_parse_subcommand -r 1 'top=' 'o/output=' 'times' 'decisions=' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'review'
            __graphgen_parse_subcommand -r 1 'top=' 'o/output=' 'decisions=' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'eval'
            __graphgen_parse_subcommand -r 2 'format=' 'errors=' 'flat' 'o/output=' 'pack=+' 'jobs=' 'evidence=' 'q/quiet' 'progress' 'version' 'h/help'
        case 'check'
            __graphgen_parse_subcommand -r 1 'q/quiet' 'version' 'h/help'
        case 'help'
            __graphgen_parse_subcommand -r 1 'version'
        end
    end
end

function __graphgen_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __graphgen_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __graphgen_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __graphgen_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__graphgen_tokens -p)
    if test -z "$(__graphgen_tokens -t)"
        set -l index (count (__graphgen_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'graphgen' -f
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'draw' -d 'Draw the actors and their links as SVG, PNG, PDF, DOT, or HTML to explore them in.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'extract' -d 'Print the people, organizations, places, roles and relations of each article.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'export' -d 'Write the graph for other tools.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'relations' -d 'Print the relations of one person, organization or place.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'explain' -d 'Say why two actors are linked, or why two names are one actor.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'stats' -d 'Count actors, links and kinds; list the most central actors and the communities.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'review' -d 'List pairs of actors that may be one or two, as a decisions file to edit.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'eval' -d 'Compare with your own annotations: precision, recall, F1, and the errors by kind.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'check' -d 'Check packs: their tables, their rules, and the examples of their rules.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen draw" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" o output' -l 'output' -s 'o' -d 'Write to a file: .svg, .png, .pdf, .html or .dot.' -rF
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" top' -l 'top' -d 'Show at most so many actors.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" lines' -l 'lines' -d 'Show at most so many lines (default: 3 for 2 actors).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" title' -l 'title' -d 'Heading of the picture.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" kinds' -l 'kinds' -d 'Only person, organization and/or place, with commas.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" predicates' -l 'predicates' -d 'Only these relations, with commas.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" min-documents' -l 'min-documents' -d 'Only actors and links of so many articles.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" focus' -l 'focus' -d 'Only what is near this actor.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" depth' -l 'depth' -d 'How many links away from --focus.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw"' -l 'path' -d 'Only the strongest chain between two actors.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" named-only' -l 'named-only' -d 'Only actors that an article names.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" no-cooccurrence' -l 'no-cooccurrence' -d 'Only stated relations.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" engine' -l 'engine' -d 'dot, neato, fdp, sfdp, twopi or circo (default: by size).' -rfka 'dot neato fdp sfdp twopi circo'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" layout-seconds' -l 'layout-seconds' -d 'Give up a layout after so long.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" decisions' -l 'decisions' -d 'Your word on actors: a file of same, different, rename, kind and drop lines.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen draw" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen extract" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" format' -l 'format' -d 'jsonl (one object an article) or text (for people).' -rfka 'jsonl text'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" o output' -l 'output' -s 'o' -d 'Write to a file.' -rF
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" explain' -l 'explain' -d 'Print for each name what spoke for and against it.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen extract" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen export" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" format' -l 'format' -d 'One of dot, json, cytoscape, graphml, gexf, csv, neo4j, cypher, ftm, turtle.' -rfka 'dot json cytoscape graphml gexf csv neo4j cypher ftm turtle'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" o output' -l 'output' -s 'o' -d 'Write to a file, or a folder (csv, neo4j).' -rF
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" kinds' -l 'kinds' -d 'Only person, organization and/or place, with commas.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" predicates' -l 'predicates' -d 'Only these relations, with commas.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" min-documents' -l 'min-documents' -d 'Only actors and links of so many articles.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" focus' -l 'focus' -d 'Only what is near this actor.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" depth' -l 'depth' -d 'How many links away from --focus.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export"' -l 'path' -d 'Only the strongest chain between two actors.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" named-only' -l 'named-only' -d 'Only actors that an article names.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" no-cooccurrence' -l 'no-cooccurrence' -d 'Only stated relations.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" decisions' -l 'decisions' -d 'Your word on actors: a file of same, different, rename, kind and drop lines.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen export" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen relations" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" format' -l 'format' -d 'text, json, csv or markdown.' -rfka 'text json csv markdown'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" o output' -l 'output' -s 'o' -d 'Write to a file.' -rF
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" decisions' -l 'decisions' -d 'Your word on actors: a file of same, different, rename, kind and drop lines.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen relations" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen explain" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" o output' -l 'output' -s 'o' -d 'Write to a file.' -rF
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" decisions' -l 'decisions' -d 'Your word on actors: a file of same, different, rename, kind and drop lines.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen stats" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" top' -l 'top' -d 'Actors and communities to list.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" o output' -l 'output' -s 'o' -d 'Write to a file.' -rF
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" times' -l 'times' -d 'Say what each stage took; the only figures that differ from run to run.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" decisions' -l 'decisions' -d 'Your word on actors: a file of same, different, rename, kind and drop lines.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen stats" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen review" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" top' -l 'top' -d 'Pairs to list.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" o output' -l 'output' -s 'o' -d 'Write to a file.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" decisions' -l 'decisions' -d 'Your word on actors: a file of same, different, rename, kind and drop lines.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen review" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_positional "graphgen eval" -ge 1' -F
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" format' -l 'format' -d 'text (for people) or json.' -rfka 'text json'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" errors' -l 'errors' -d 'Examples to print of each kind of error.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" flat' -l 'flat' -d 'The gold standard has flat names alone, as CoNLL\'s: nested names don\'t count.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" o output' -l 'output' -s 'o' -d 'Write to a file.' -rF
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval"' -l 'pack' -d 'Add rules and name lists of your own.' -rfa '(__graphgen_complete_directories)'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" jobs' -l 'jobs' -d 'Threads to use (default: one a core).' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" evidence' -l 'evidence' -d 'Quotes to keep for each link, best first.' -rfka ''
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" progress' -l 'progress' -d 'Say how far it is where there is no terminal, too.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen eval" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen check" q quiet' -l 'quiet' -s 'q' -d 'Say nothing but errors.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen check" version' -l 'version' -d 'Show the version.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'graphgen' -n '__graphgen_should_offer_completions_for_flags_or_options "graphgen help" version' -l 'version' -d 'Show the version.'
