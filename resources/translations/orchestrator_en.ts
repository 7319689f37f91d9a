<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
<context>
    <name>AddPane</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DelegatedPage</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DelegationDetail</name>
    <message numerus="yes">
        <source>%n token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListColumn</name>
    <message numerus="yes">
        <source>more than %n found</source>
        <translation>
            <numerusform>more than %Ln found</numerusform>
            <numerusform>more than %Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message numerus="yes">
        <source>%n tasks done.</source>
        <translation>
            <numerusform>%Ln task done.</numerusform>
            <numerusform>%Ln tasks done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tasks dropped.</source>
        <translation>
            <numerusform>%Ln task dropped.</numerusform>
            <numerusform>%Ln tasks dropped.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message numerus="yes">
        <source>%n context item(s), %1</source>
        <translation>
            <numerusform>%Ln context item, %1</numerusform>
            <numerusform>%Ln context items, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProvidersDelegate</name>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%Ln model</numerusform>
            <numerusform>%Ln models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Default for %n specialists</source>
        <translation>
            <numerusform>Default for %Ln specialist</numerusform>
            <numerusform>Default for %Ln specialists</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%Ln word</numerusform>
            <numerusform>%Ln words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measured: %n word(s)</source>
        <translation>
            <numerusform>Measured: %Ln word</numerusform>
            <numerusform>Measured: %Ln words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%n request(s) of unknown cost today</source>
        <translation>
            <numerusform>%Ln request of unknown cost today</numerusform>
            <numerusform>%Ln requests of unknown cost today</numerusform>
        </translation>
    </message>
</context>
</TS>
