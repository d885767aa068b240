<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AccountEngagement</name>
        <message numerus="yes">
            <source>%n runs in a row failed.</source>
            <translation>
                <numerusform>%n run in a row failed.</numerusform>
                <numerusform>%n runs in a row failed.</numerusform>
            </translation>
        </message>
        <message>
            <source>(optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>12 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>12 weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A prepared mail opens when it is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A segment is a filter of the store’s client books, kept as a view that all of the store see.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account engagement cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account engagement: data from Microsoft 365</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the addresses of colleagues who write to customers and meet them, or of groups of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses whose mails and meetings count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All e-mail addresses of a customer are looked at. Domains of mail providers that everybody uses never stand for a customer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All enrichments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask by mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask by mail, or give it here as an administrator of the tenant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask the tenant’s administrator by mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the directory who that is…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attribute mapping</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back to the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By mail domain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>CSV, Parquet, mbox and calendars are imported by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Canceled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelling…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent for account engagement of {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent is given. The first run begins in six hours.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent is withdrawn. Nothing is read any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent of the tenant’s administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent withdrawn</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact data set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create segment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers are found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers enriched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers of {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days of data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deactivate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete the enrichment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail and meeting overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail field: Customer, E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails and meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails and meetings (*.csv *.parquet *.mbox *.eml *.ics)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails processed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Employee addresses selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enrich my data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enrichments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter tenant and application</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everybody at the customer’s mail domain counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export as CSV</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files that are imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter by other columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Function</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Group, person or address; several may be pasted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Groups stay fresh</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello,

please allow that Clienteling counts who wrote to whom and who met whom, and when, of chosen colleagues. Texts and subjects are never read, and only numbers of accounts are shown.

Microsoft 365 admin centre &gt; Settings &gt; Org settings &gt; Dynamics 365 Applications &gt; Aggregated insights for other users.

Thank you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much business customers and we have to do with each other, from who wrote to whom and who met whom. What was written is never read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I am an administrator of the tenant, and I agree</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import mails and meetings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In two groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interactions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is tried again by itself within minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is tried again by itself: {moment}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It runs by its schedule again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It runs no more. What it found stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It runs once a week from six hours after consent on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave, and go on later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Letters, digits and underscores, with a letter first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking what is there…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Made from a column’s values in the months of the year. It can take a place on cards like the measures of Customer Insights, and has its values after the next run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mail within these domains is among colleagues and does not count. Commas between them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mailboxes of colleagues and groups are read every week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Maximum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meetings processed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Metadata of mails and meetings of the chosen addresses is processed: who wrote to whom and when, who met whom for how long. Texts and subjects are never read, and only numbers of accounts are shown. Consent can be withdrawn at any time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Microsoft 365</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Microsoft 365, by Microsoft Graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minimum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than 60 days since the last e-mail and since the last meeting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the enrichment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the output table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: {step}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No browser opens. The address of the page is copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No rows yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No run yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has it. Did you mean {address}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody in the directory has this address. It is left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody in the directory is called “{text}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody is chosen yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not found, left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is read any more. What was found before stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is read any more. What was found stays, as of: {moment}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is read before somebody agrees.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number of enriched customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the addresses that are written down with the customer count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the page of Microsoft to agree on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Organizations, and persons who are customers themselves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Own mail domains</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People and groups of the directory</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please give it a name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Preview of the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Processing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Queued</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Required data</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Review and run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score of 20 or less.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score of 70 or more, and more than 60 days since the last meeting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Searching the directory…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>See more: all {columns} columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share with the store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skipped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Source</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Specify email addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start anew</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {number}: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Successful</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sum</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table for spreadsheets (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take files now or later: tables (CSV, Parquet), mail (mbox, .eml) and calendars (.ics). The same ones again bring nothing new.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take {address}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The administrator of the tenant agrees no more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The administrator of the tenant has not agreed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The directory cannot be asked now, so groups are counted by the first run. {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The directory cannot be searched now; addresses can be typed. {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The directory has given no IDs for the chosen addresses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The enrichment is deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first run begins in six hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first run begins six hours after consent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last run failed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The measures have their values after the next run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The table is filled by the first run that finds mails or meetings.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The whole table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are {count} addresses, groups resolved. At least {fewest} are needed: add a colleague or a group.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are {count} addresses, groups resolved. At most {most} can be processed: leave {over} out, or choose smaller groups.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is one address, groups resolved. That would tell whose numbers they are: add a colleague or a group.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are counted again before each weekly run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a mistake in the program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine has no mail program. The mail is copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tick the sentence above to agree.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total number of email addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits for consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What came of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is needed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is shown of the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where e-mails and meetings come from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who wrote to whom and when, and who met, becomes a score from 0 to 100 and sixteen numbers for each business customer. What was written is never read, and nobody sees who of the colleagues it was.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who wrote to whom and when, and who met. Never what was written, nor subjects. Only sums per customer are kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whole table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Withdraw consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You came to the step “{step}”, and nothing is saved yet. Kept: {when}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You have begun this already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by mail domain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>next run {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no run is planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of these processed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {customers} customers, {percent} %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>of {fewest} to {most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>table {table} · {source} · {next}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the next run is due</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tried again: {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{accounts} customers, {mails} e-mails, {meetings} meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} interactions read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} rows exported to {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total}, {left} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file}: {taken} taken, {known} known already, {rejected} cannot be taken</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{organizations} organizations and {people} persons have an e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{reason} Agree on the page of Microsoft first, then try again here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{shown} of {count} customers, whole year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text} is no e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text} is no mail domain, such as example.com.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” is saved</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ActivityDialog</name>
        <message>
            <source>Add activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Enter saves</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>For {count} customers</source>
            <translation>
                <numerusform>For {count} customer</numerusform>
                <numerusform>For {count} customers</numerusform>
            </translation>
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Save for {count} customers</source>
            <translation>
                <numerusform>Save for {count} customer</numerusform>
                <numerusform>Save for {count} customers</numerusform>
            </translation>
        </message>
        <message>
            <source>What happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What was said, shown or promised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AllCustomers</name>
        <message>
            <source>Activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a customer at the left to see the whole file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every word must begin a word of the name, a phone, an e-mail or a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Field</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>General</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import them from a file, or add the first one at the till.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loyalty card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, phone, e-mail, card, number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No activities yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No customers yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody is chosen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Personal file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The customer could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The customers could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The personal file stands in {page} and {document}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What associates write down at the till will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is shown of the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the personal file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in no client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>personal file.html</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} (primary)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Audit</name>
        <message>
            <source>Not now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undone</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>AuditPage</name>
        <message numerus="yes">
            <source>%n customer(s)</source>
            <translation>
                <numerusform>%n customer</numerusform>
                <numerusform>%n customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n line(s) exported to {file}</source>
            <translation>
                <numerusform>%n line exported to {file}</numerusform>
                <numerusform>%n lines exported to {file}</numerusform>
            </translation>
        </message>
        <message>
            <source>A newer change of one of these customers stands in between.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account number of a customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask for more: another time, another worker, or everything.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By itself, as the time was over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything that is changed or refused will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export the audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing like this has happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refused: {operation}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table for spreadsheets (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {after} made the primary one of {customer}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {owner} lent to {worker}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {owner} taken back from {worker}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {owner} went back from {worker}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>at any time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the last 30 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the last 7 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the last year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lent until {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>only what was refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{customer} added to the book of {after}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{customer} moved from %n colleague(s) to {after}</source>
            <translation>
                <numerusform>{customer} moved from %n colleague to {after}</numerusform>
                <numerusform>{customer} moved from %n colleagues to {after}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{customer} moved from {before} to %n colleague(s)</source>
            <translation>
                <numerusform>{customer} moved from {before} to %n colleague</numerusform>
                <numerusform>{customer} moved from {before} to %n colleagues</numerusform>
            </translation>
        </message>
        <message>
            <source>{customer} moved from {before} to {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{customer} removed from the book of {before}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} with override of {approver}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker}, override asked of {approver}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Badges</name>
        <message>
            <source>A bar code or a magnetic card that signs its worker in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Badge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a badge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the badge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide the code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan it now, or type its code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the badge away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The badge is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whose badge is it?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>badge since {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>no badge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} can sign in with the badge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} has no badge any more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BookFilter</name>
        <message numerus="yes">
            <source>%n d.</source>
            <translation>
                <numerusform>%n d.</numerusform>
                <numerusform>%n d.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>1 year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Bought</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement e-mails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement last e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement last meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fewer filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filters that are set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From which day?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide the filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How long ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the book of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind of product bought</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last contact, spend, what was bought, score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last purchase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last {contact}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More filters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Product bought</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the filter {name} {value}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total spend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>days ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from {low}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>in the next</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>last %n days</source>
            <translation>
                <numerusform>last %n day</numerusform>
                <numerusform>last %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>last year</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>more than %n days ago</source>
            <translation>
                <numerusform>more than %n day ago</numerusform>
                <numerusform>more than %n days ago</numerusform>
            </translation>
        </message>
        <message>
            <source>more than … ago</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>next %n days</source>
            <translation>
                <numerusform>next %n day</numerusform>
                <numerusform>next %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>under {high}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>up to {high}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day} – to which?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{values} +{count}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BookPage</name>
        <message>
            <source>Activity saved</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Activity saved for {count} customers</source>
            <translation>
                <numerusform>Activity saved for {count} customer</numerusform>
                <numerusform>Activity saved for {count} customers</numerusform>
            </translation>
        </message>
        <message>
            <source>Add activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add the people you want to look after. You will see their dates, their tastes and what to do next.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As soon as somebody adds a customer to a client book, it stands here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ascending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change it at the left, or take it away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clear all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Descending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everybody the filter finds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a customer, or create one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How customers are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the book of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last purchase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No customer is in a book of {store} yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has all of this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody matches this filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove from book</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Remove {count} from my book</source>
            <translation>
                <numerusform>Remove {count} from my book</numerusform>
                <numerusform>Remove {count} from my book</numerusform>
            </translation>
        </message>
        <message>
            <source>Scan a card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the filters</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Show {count} without {filter}</source>
            <translation>
                <numerusform>Show {count} without {filter}</numerusform>
                <numerusform>Show {count} without {filter}</numerusform>
            </translation>
        </message>
        <message>
            <source>Sort</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The store books cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Total spend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With the book of {name}, lent to you until {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without any one of them there is still nobody. Take more of them away.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Without {filter} there are {count} customers.</source>
            <translation>
                <numerusform>Without {filter} there is {count} customer.</numerusform>
                <numerusform>Without {filter} there are {count} customers.</numerusform>
            </translation>
        </message>
        <message>
            <source>Without {filter} there is 1 customer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your book cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your book is lent to {name} until {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your book is ready for its first customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your own customers only</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} customers removed from your client book</source>
            <translation>
                <numerusform>{count} customer removed from your client book</numerusform>
                <numerusform>{count} customers removed from your client book</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} selected</source>
            <translation>
                <numerusform>{count} selected</numerusform>
                <numerusform>{count} selected</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} removed from your client book</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>BookViews</name>
        <message>
            <source>Alt+{number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everybody in the store has the view “{name}” now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contact for long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rename the view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save as view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share no more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share with the store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared by {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The view is called “{name}” now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The view “{name}” is shared no more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Update view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View “{name}” deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View “{name}” saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View “{name}” updated</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What can be done with the view {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{lost} is not there any more; the view shows the rest.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Engagement score {score} of 100, as of {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement score: not computed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In no book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the book of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship health {score} of 100: {state}, {trend}, as of {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship health: {state}, as of {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Score {score}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lent to {worker} until {day}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Chart</name>
        <message>
            <source>In {unit}. {values}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: first {first}, last {last}, least {least}, most {most}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: {values}.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CloudParameters</name>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CloudWatch</name>
        <message>
            <source>It is not the only one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open Key Vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put a new one into the key vault, then validate it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}” expires in {days} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}” expires today.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}” expires tomorrow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}” has expired.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Clouds</name>
        <message>
            <source>1 day left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ends today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>expired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not tried yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{days} days left</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ColleagueSelect</name>
        <message>
            <source>Colleagues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search colleagues</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CommandBar</name>
        <message>
            <source>Clear the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More commands</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompanyBox</name>
        <message>
            <source>Asking for a code…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter this code there, until {time}. Here it goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the browser of this machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody is signed in. Your password works, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {address} on another device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in there with your company account. Here it goes on by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That did not work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code is {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a code on another device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You can close this window and go back to Clienteling.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You will enter it on your telephone, or on any other device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your browser is open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your password works, too.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CompanyPage</name>
        <message>
            <source>(optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Administrator</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>City</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Company code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legal entity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please fill this in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up a company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signs in at this till and decides all the rest.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The company that sells.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two passwords are not the same.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This does not work yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Till 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Till number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What a till needs before anybody can sign in. It can be changed later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your name</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CustomerForm</name>
        <message numerus="yes">
            <source>%n years old</source>
            <translation>
                <numerusform>%n year old</numerusform>
                <numerusform>%n years old</numerusform>
            </translation>
        </message>
        <message>
            <source>Add to my client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also like {name}, {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Anniversary</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Area</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back; what you typed is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Birth date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>County</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Dates and cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Department</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>District</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Eircode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Emirate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Home phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Important date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In no client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the client book of {holder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the meantime was changed: {fields}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In your client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Island</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looks like {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loyalty card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make it the first choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May we get in touch?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mobile</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More for {contact}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the organization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not answered counts as no. Date, till and worker are kept with each answer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not known</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was changed of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Oblast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Organization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>PIN code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Parish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person or organization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Post</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Post town</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Postcode</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Prefecture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Private e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Province or city</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Province or region</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Same birth date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Same e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Same name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Same phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save changes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Street, house and flat</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Suburb</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take theirs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That draft is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The birth date differs a little</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The draft of {name} is thrown away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The e-mail differs by one letter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The form cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The name is written differently</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The phone differs by one digit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This customer was changed in the meantime</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This may be a customer already. Please say who it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Town</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What they saved stands in the form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed is kept. Look at it and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed stands in the form.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You both changed: {fields}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You had begun {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You typed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>ZIP code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>asked at the till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>customer since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>e-mails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first choice</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>first name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>important dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>kept as a draft</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>loyalty cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>optional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>optional, laid out as {country} writes it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>person or organization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>phones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>several fields</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>somebody without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{book} since {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is customer {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is customer {number}, and in your client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} changed in the meantime: {fields}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CustomerPage</name>
        <message>
            <source>15 minutes earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>15 minutes later</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A note holds what is true beyond one visit: sizes, tastes, how to be reached.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A visit, a call, a letter: write above what happened, and it stands here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add a title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add to my book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Allowed: {channels}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also in the book of {workers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask how to get in touch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asked not to be contacted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Computed elsewhere, without its parts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contact is welcome</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl Enter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Enter saves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer Insights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer since {year}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date and time…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail not asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Earlier today…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>External</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find a customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow up…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Former texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Important dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In no client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the book of {worker}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the last 12 months here: {parts}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the last 12 months nothing happened here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In your client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Internal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not shown now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is only {time} now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It says now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was never edited.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last contact {ago}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Later: plan it…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loyalty cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make {worker}’s book the primary one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Message not asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>More to do with the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Newest first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next contact welcome from {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No activities yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No activity of this kind yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No channel asked about yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contact yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No notes yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No phone, e-mail or address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No post</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No purchases yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No such customer here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has been in touch within a year.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note pinned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note unpinned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has happened yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only me until handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Organization</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Person</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone not asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pinned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned: {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Post</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Post not asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchases {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove from my book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save mine instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search for a customer, or open one from a client book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show less</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something did not work as it should. Other customers may still open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The customer before (Alt+Left)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next customer (Alt+Right)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The primary book; also in the book of {workers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rest of the page still works.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This customer cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine cannot call. The number is copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine has no mail program. The address is copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This part cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unpin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until {moment}, when {worker} changed it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Use this time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What happened?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is shown of the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is true of the customer beyond one visit?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What this activity said before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What this customer buys stands here, receipt by receipt.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What this note said before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to do with the note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you typed before is still here. It is not saved yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who may read the note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write down the first visit, call or note above. Purchases come by themselves.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>as of {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lent to you until {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lent to {worker} until {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not computed yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on average</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>purchases</source>
            <translation>
                <numerusform>purchase</numerusform>
                <numerusform>purchases</numerusform>
            </translation>
        </message>
        <message>
            <source>receipt {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>since {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>spent in all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{activity} planned for {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{contact} {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{holder}’s book is the primary one of {name} now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{mails} e-mails, {meetings} meetings in a year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} added to your client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} added to your client book; {holder} has them as well</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} removed from your client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{place} of {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} (primary)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} wrote</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Dates</name>
        <message>
            <source>Important dates</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Designer</name>
        <message>
            <source>(optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add button</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Buttons of the layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colour as #AARRGGBB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Design it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag buttons, and their corners. By keys: Space, arrows, Shift with arrows, Delete.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Medium</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No such grid</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of its own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Plain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove button</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size of the text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Small</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Space lights the next button, arrows move it, Shift and arrows change its size, Delete removes it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text to search for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it does</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Desk</name>
        <message>
            <source>A new customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes of a customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has the card or number {code}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{found} in {milliseconds} ms</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{kind}, %n character(s). It opens where you left it, and only for you.</source>
            <translation>
                <numerusform>{kind}, %n character. It opens where you left it, and only for you.</numerusform>
                <numerusform>{kind}, %n characters. It opens where you left it, and only for you.</numerusform>
            </translation>
        </message>
        <message>
            <source>{kind}. It opens where you left it, and only for you.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Diagnostics</name>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correlation ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Diagnostics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the Key Vault parameters and validate a secret; it shows here then.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last success</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Link</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Links</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No link was tried yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open Key Vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The links could not be read</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Distribution</name>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%n waiting</numerusform>
                <numerusform>%n waiting</numerusform>
            </translation>
        </message>
        <message>
            <source>Carries</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distribution jobs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Publish this version again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Published to the tills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run all now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Run now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The jobs could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tills have all that headquarters has decided.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Version {version} is published again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>When</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by hand</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>every %n hour(s)</source>
            <translation>
                <numerusform>every %n hour</numerusform>
                <numerusform>every %n hours</numerusform>
            </translation>
        </message>
        <message>
            <source>every few hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>to be deleted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>version {version} again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{job} runs: {when}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Duplicates</name>
        <message>
            <source>Customers who share a phone, an e-mail, a name or a birthday will stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Duplicates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It could not be looked for duplicates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Likely duplicates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Likeness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look again after the next import.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look for duplicates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Looking for duplicates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has looked yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody looks like somebody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The other file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They will not be shown again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>birthday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nearly: {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>phone</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Engagement</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message>
            <source>A score, e-mails and meetings stand here when the customer writes to or meets colleagues whose addresses were chosen at headquarters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account engagement at headquarters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As of {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compared with the company’s other accounts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Compared with the other accounts that we write to and meet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails from the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails per month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails to the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails, last 12 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From us</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Little data: fewer than five e-mails and meetings in a year.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meetings per month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meetings, last 12 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No engagement is known yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only counts and dates are used. What was written is never read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Our people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The customer’s engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Their people</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This score came from elsewhere, without what it is made of. Parts, e-mails and meetings stand here when account engagement runs at headquarters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>replies take {hours} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>since the last e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>since the last meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{mails} in e-mails, {meetings} in meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{points} of {most}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EntraPage</name>
        <message>
            <source>1. Register the application</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>2. Enter each worker’s account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>3. Map roles, if you use them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A role of the application can stand for a permission group. Without one, workers keep their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account engagement reads them. Without an application here, that of Customer Insights does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account roles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An ID or a domain.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Application ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Application ID for Microsoft Graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By object ID and tenant ID, never by address. Who signs in before that is told both IDs; they stand in the audit, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Company account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entra ID parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In Microsoft Entra ID, under “Mobile and desktop applications”, with the redirect address {address}. For codes on another device, allow public client flows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the list of secrets of Key Vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It stands below the password on the sign-in page and on the lock.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mailboxes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of its secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Of the application by which workers sign in. It has no secret.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tenant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Entra ID parameters could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tills ask for passwords and badges only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tills offer the company account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a tenant and an application they offer the company account, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers can sign in at Microsoft Entra ID. Passwords and badges go on working.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Erase</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close without the proof</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase for good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erasing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Others still mention the person, please look there: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please look into these files of the data folder: {files}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Removed, without a trace in audit, search or the free space of the database:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Removed. Other programs were at work: the free space of the database is cleaned when they are closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save the proof</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The customer is erased</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The proof is not saved yet. Once this is closed, nobody can make it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The proof stands in {page}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This will be removed for good, from all stores and tills:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type {word} to confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>proof of erasure.html</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Export</name>
        <message>
            <source>Export customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Table for spreadsheets (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vCard 3.0, for older phones and programs (*.vcf)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>vCard 4.0 (*.vcf)</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} customers exported to {file}</source>
            <translation>
                <numerusform>{count} customer exported to {file}</numerusform>
                <numerusform>{count} customers exported to {file}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Failure</name>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>If it happens twice, restart the till.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a mistake in the program. What was saved is safe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FirstRunPage</name>
        <message>
            <source>Import files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import your own company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look around in a demo company with invented customers, set up your own, or import it from files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the demo company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Making the demo company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up a company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some thousand customers with all they bought. This takes a few seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no company here yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To the sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FollowUps</name>
        <message numerus="yes">
            <source>%n day(s) after a purchase</source>
            <translation>
                <numerusform>%n day after a purchase</numerusform>
                <numerusform>%n days after a purchase</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) after purchase</source>
            <translation>
                <numerusform>%n day after purchase</numerusform>
                <numerusform>%n days after purchase</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) before an important date</source>
            <translation>
                <numerusform>%n day before an important date</numerusform>
                <numerusform>%n days before an important date</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s) without contact</source>
            <translation>
                <numerusform>%n day without contact</numerusform>
                <numerusform>%n days without contact</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n this week</source>
            <translation>
                <numerusform>%n this week</numerusform>
                <numerusform>%n this week</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n to be done by today</source>
            <translation>
                <numerusform>%n to be done by today</numerusform>
                <numerusform>%n to be done by today</numerusform>
            </translation>
        </message>
        <message>
            <source>(optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>About no customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another day…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Any time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At the side stands what your customers would be glad of. Take what you like.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Call about the fitting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a colleague</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Coming</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl+Enter saves</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Deleted: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit follow-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-up saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For myself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Headquarters has set no rules.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New follow-up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next week</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>No contact for %n day(s)</source>
            <translation>
                <numerusform>No contact for %n day</numerusform>
                <numerusform>No contact for %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing done yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing is proposed now. Look in again tomorrow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing to follow up</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>One for each of {count} customers</source>
            <translation>
                <numerusform>For {count} customer</numerusform>
                <numerusform>One for each of {count} customers</numerusform>
            </translation>
        </message>
        <message>
            <source>Open again: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open it again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue since {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Postponed to {day}: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proposed for you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rules: {rules}. Headquarters sets them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Skipped: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Take all {count}</source>
            <translation>
                <numerusform>Take {count}</numerusform>
                <numerusform>Take all {count}</numerusform>
            </translation>
        </message>
        <message>
            <source>Take it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Taken: {title}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is to be done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What you finish stands here, and can be opened again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which follow-ups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write an e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write down what you have promised, and it stands here when its day comes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %n more</numerusform>
                <numerusform>and %n more</numerusform>
            </translation>
        </message>
        <message>
            <source>no calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>writes, no calls</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} follow-ups saved</source>
            <translation>
                <numerusform>{count} follow-up saved</numerusform>
                <numerusform>{count} follow-ups saved</numerusform>
            </translation>
        </message>
        <message>
            <source>“{name}” ends on {day}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Hide</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please type a day, such as {example}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please type a number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please type a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>one on each line</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Formats</name>
        <message numerus="yes">
            <source>%n days ago</source>
            <translation>
                <numerusform>%n day ago</numerusform>
                <numerusform>%n days ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n days old</source>
            <translation>
                <numerusform>%n day old</numerusform>
                <numerusform>%n days old</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours old</source>
            <translation>
                <numerusform>%n hour old</numerusform>
                <numerusform>%n hours old</numerusform>
            </translation>
        </message>
        <message>
            <source>1 day old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 hour old</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yesterday</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>in %n days</source>
            <translation>
                <numerusform>in %n day</numerusform>
                <numerusform>in %n days</numerusform>
            </translation>
        </message>
        <message>
            <source>just now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>tomorrow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{day}, {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{occasion} today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{occasion} tomorrow</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Greeting</name>
        <message>
            <source>Good afternoon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good evening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good morning</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Headquarters</name>
        <message>
            <source>All customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As it is now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As you want it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clienteling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer Insights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Delete it all the same</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Diagnostics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distribution schedule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Entra ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In other languages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Job {job} brings it to them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep it as it is now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key Vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing here yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages of headquarters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>People</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationships</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Retailer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save and publish</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save mine instead</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved and published to the tills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved. It waits until its distribution job has run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Screens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set-up steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take it back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is one already: choose another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This cannot be saved yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tills do not have this yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You want to delete it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waiting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} is deleted</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HistoryPage</name>
        <message>
            <source>Audit of everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Hits</name>
        <message>
            <source>Search results</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message>
            <source>A folder needs a mapping: it names the files.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A folder of files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A mapping file of my own…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity types</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attribute values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Cancelled after {rows} rows. The file in work was not taken.</source>
            <translation>
                <numerusform>Cancelled after {rows} row. The file in work was not taken.</numerusform>
                <numerusform>Cancelled after {rows} rows. The file in work was not taken.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancelled, nothing changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelling…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a mapping file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ending</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement scores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Home store of the customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Imported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legal entities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mapping</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mappings (*.toml)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures, their definitions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures, their values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None: the columns are called as the program calls them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing imported yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please choose the home store: vCards do not say it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please choose what the file holds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Products</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Refused, nothing changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rejected rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Rows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tables and vCards (*.csv *.txt *.vcf *.vcard)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take the good rows even if some are rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rejected rows are in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no place for: {found}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tried, nothing changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try, change nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unchanged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What comes of each file will stand here, row by row where one cannot be taken.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the file holds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What to import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without it a file is taken whole or not at all. Importing again changes nothing twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{bad} of {rows} rows are wrong, so their file was not taken.</source>
            <translation>
                <numerusform>{bad} of {rows} rows is wrong, so its file was not taken.</numerusform>
                <numerusform>{bad} of {rows} rows are wrong, so their file was not taken.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{kind}: {done} of {total} rows</source>
            <translation>
                <numerusform>{kind}: {done} of {total} row</numerusform>
                <numerusform>{kind}: {done} of {total} rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{kind}: {done} rows</source>
            <translation>
                <numerusform>{kind}: {done} row</numerusform>
                <numerusform>{kind}: {done} rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{rows} rows read, {bad} rejected, all others taken.</source>
            <translation>
                <numerusform>{rows} row read, {bad} rejected, all others taken.</numerusform>
                <numerusform>{rows} rows read, {bad} rejected, all others taken.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{rows} rows read, {bad} would be rejected. Nothing was changed.</source>
            <translation>
                <numerusform>{rows} row read, {bad} would be rejected. Nothing was changed.</numerusform>
                <numerusform>{rows} rows read, {bad} would be rejected. Nothing was changed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Insights</name>
        <message>
            <source>Alternate customer ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Application ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking the service…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Asking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Begun {when}, not finished: {done} of {total} customers. The next pull goes on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancelling…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Commerce parameters · Clienteling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Correlation ID {id}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer Insights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer Insights is on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enable Customer Insights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Environment instance ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List what there is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No, the check failed. Cards keep their last known values, with their age.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No. Switched on, the whole chain is tried below.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was pulled yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing was pulled yet. Enable Customer Insights first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pull now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pulled: {changed} customers changed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Secret name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Customer Insights parameters could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The chain is tried…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service could not be asked: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service lists {environments} environments and {measures} measures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values on the cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes. Cards show the measures before the attributes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>by hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is tried</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>is tried…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not tried yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>waits for the step above</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {total} customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{when}: {done} customers asked for, {changed} changed, {unknown} not known there.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeyVault</name>
        <message>
            <source>Add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add one below: a name for it, and where it is in the vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All {number} secrets can be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An ID or a domain.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An application ID.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Description</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Expires</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is in the credential store of this machine. Type another one to replace it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is kept in the credential store of this machine, nowhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is not on this machine yet. It is kept in its credential store, nowhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key Vault URL</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key Vault client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key Vault parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key Vault secret key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No secrets yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Secrets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Secrets stay in Azure Key Vault. Here is where it is, and who may read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take off the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tenant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Key Vault parameters could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret can be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret is in the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret is off the list; the vault still has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Validate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Validate all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Validating…</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Lending</name>
        <message>
            <source>(optional, stays in the history)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a colleague</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lend the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please choose a colleague.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {owner} is given back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {owner} is lent to {name} until {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The colleague sees these customers and their follow-ups as if they were in the own book. The day after, the book goes back by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until the end of</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} customers now</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} customers of {name}</source>
            <translation>
                <numerusform>{count} customer of {name}</numerusform>
                <numerusform>{count} customers of {name}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LockPage</name>
        <message>
            <source>A badge on the reader does it at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Locked because nobody was here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Locked by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No customer data shows while locked.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Or change the worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Till is locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unlock with company account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your draft is safe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>since {time} · {day}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ManagerPage</name>
        <message numerus="yes">
            <source>%n follow-up(s) are open.</source>
            <translation>
                <numerusform>%n follow-up is open.</numerusform>
                <numerusform>%n follow-ups are open.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more book(s) are lent.</source>
            <translation>
                <numerusform>%n more book is lent.</numerusform>
                <numerusform>%n more books are lent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more leave(s).</source>
            <translation>
                <numerusform>%n more leaves.</numerusform>
                <numerusform>%n more leave.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n never</source>
            <translation>
                <numerusform>%n never</numerusform>
                <numerusform>%n never</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of {name}</source>
            <translation>
                <numerusform>%n of {name}</numerusform>
                <numerusform>%n of {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>As soon as an associate adds a customer, the figures of the store stand here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Associate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Associates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts made per week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts this week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Contacts, {days} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers in books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers in the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days since last contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Figures exported to {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups of the store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give it back now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the book back now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over the book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over the book…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It goes back by itself after {day}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Last %n weeks</source>
            <translation>
                <numerusform>Last %n week</numerusform>
                <numerusform>Last %n weeks</numerusform>
            </translation>
        </message>
        <message>
            <source>Leaves {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lend the book…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lent to {name} until {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No books yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contact for {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No contact, {days} d</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Over {days} days, or never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {owner} is lent to {worker}.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>The book still holds %n customer(s).</source>
            <translation>
                <numerusform>The book still holds %n customer.</numerusform>
                <numerusform>The book still holds %n customers.</numerusform>
            </translation>
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Under {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weeks in the chart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>associates.csv</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>week of the year</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>week {week}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} in {days} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{first} to {last} days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} leaves on {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} left on {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{share} % of all</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>Account number of the other file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Going over: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In both files: {what}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keep the other one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look at both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge into {account}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two customers are one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>optional</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{other} ({other_account}) goes into {kept} ({kept_account}), who stays.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Messages</name>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copied</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something did not work as it should</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a mistake in the program, not yours. What was saved is safe, and you can go on. If it happens again, send the details to your administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Month</name>
        <message>
            <source>The month before</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next month</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Nouns</name>
        <message>
            <source># is a digit and &amp; a letter that count on; all else stays as it is.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>%n attribute(s)</source>
            <translation>
                <numerusform>%n attribute</numerusform>
                <numerusform>%n attributes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%n day</numerusform>
                <numerusform>%n days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n operation(s)</source>
            <translation>
                <numerusform>%n operation</numerusform>
                <numerusform>%n operations</numerusform>
            </translation>
        </message>
        <message>
            <source>(empty: any text)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(optional)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>(without one it shows the other)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A colleague with the right can sign for it, once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A group puts attributes in the order in which cards show them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A legal entity is a company of the retailer. Add the first one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A permission group says what its workers may do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A range needs thresholds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A register is a till in a store. Add the first one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A role that Microsoft Entra ID gives can stand for a permission group here. Without any, workers who sign in with their company account keep the group of their own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A store is a shop of a legal entity. Add the first one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A worker’s layout beats the register’s, and that one the store’s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Active</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add activity type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add address book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add attribute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add attribute group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add legal entity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add number sequence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add permission group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add rule</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add screen layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address books of their own</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After a purchase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>All attributes have room on the card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An address book says which stores, workers and customers belong together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At midnight, by the clock of each store.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At the till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attribute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attributes are what associates see of a customer and filter by.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before a date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Before a secret ends</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can be refined</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cards show the measures first, then the attributes of the client book group.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cards show where a value stands among them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Check user access</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose how associates filter by it, and confirm: then it can be refined.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>City</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client book attribute group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client book identifier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client books and customers get their numbers from number sequences.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client books with all that belongs to them. Off: tills say so at its operations.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clienteling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Company account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm filter settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirmed. Switch on “Can be refined” to offer the filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Continuous</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Country</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Currency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer address books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer attribute group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Date and time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Decimal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Display control</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Display order of {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drag a row, or press Alt with the arrows. Order 1 comes first on the card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Employee address books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>First number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For: {groups}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From good to bad</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Full screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give a layout to a store, a register or a worker.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on with the number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Icon</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Important date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Integer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It holds in the place of the worker’s own, from the next action on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its value in the application, such as Clienteling.Manager.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legal entity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List of values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manager override</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May not sign in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure {place}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures are values that Customer Insights computes for each customer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Narrow window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No gaps, also when something fails. Off: quicker with many tills.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not a filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number sequence code</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number sequences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Object ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Off: everybody may do it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On customer details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the card now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only this important date, such as Birthday; empty is all of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Permission group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Permission groups say who may do what. Here an operation is opened to everybody, or to overrides.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Places on the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please type a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please type numbers with semicolons between them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Position</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Propose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reference</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove the value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scheduled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scope</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search finds the customers of the store’s customer address books. Employee address books say whose client books the store sees.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set next number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several values at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Shared by all legal entities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slider</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Slider with bars</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Starts on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>State</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tenant ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text box</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The associate takes it or skips it. Off: it is to be done at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The date of the customer that it shows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The group has no attributes yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are confirmed first; then the attribute can be refined.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thresholds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Till 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Till {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tills show the layout that is built in. Design one of your own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What associates record at the till: visits, calls, mails. Add the first one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What it gives</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What the follow-ups are called.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What tills propose to follow up: a birthday, a purchase, a silence. Add the first rule.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What workers of other languages read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who gets which layout</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who knows whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With a place more, {name} would follow.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>With it they sign in at Microsoft Entra ID, where its IDs stand. No address counts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without any they have those of their stores.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Without contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers sign in at the tills of their stores. Add the first one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes or no</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>attribute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>blocked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>everybody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>given to {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>none left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>shared</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>such as 10; 20; 50</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{choices}; {default} if nothing is chosen</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Override</name>
        <message>
            <source>(or scan the badge)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For this one action. Both names stand in the audit.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else has to sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who signs?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker ID</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>HQ</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Home</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quick start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Store books</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Problem</name>
        <message>
            <source>A Conditional Access policy of the tenant blocks this sign-in. Ask its administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A book is lent for a year at most. For longer, reassign it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A brace stands alone. Names are written as {{colleague}}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A card shows at most {most} measures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A card shows up to {most} measures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A code has letters, digits, “-” and “_” only.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A code has no “#” and no “&amp;”: numbers are made with them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A code has no “#”: numbers are made with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A code neither begins nor ends with a space.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A colleague is named twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A company account is an object ID and a tenant ID: both of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A country is written with two letters, such as FI.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A customer has one primary client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A customer has one primary contact of a kind</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A customer is in a client book of the same company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A customer is named twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A day without contact is the least that can be asked for.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A field has more than {most} characters; perhaps a quote is not closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A filter of this type is one of: {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A format needs places that count on: # for digits, &amp; for letters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A grid has 1 to {columns} columns and 1 to {rows} rows.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A layout without buttons leaves a worker with nothing to press.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A list has at most {most} values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A mailbox is not there any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A measure is chosen twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A measure is no reference.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A measure is one of these: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A moment needs its time zone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A name has no “|”: lists are divided by it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer change by an administrator stands in between: {operation}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer change stands in between: {operation}, by {worker}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer version of the program wrote it (schema {revision}). Update this program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A newer version of the program wrote it (schema {revision}). Update this program. Nothing changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A password has at least {length} characters.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A password has letters and at least one digit or sign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A person needs a first or a last name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A policy of the tenant keeps a mailbox from the application.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A pull is running already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A pull is running at another till. Its values come here, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A range needs thresholds, like 100;500;1000.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A reference has no values of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A reference names an important date; other types do not.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A rule needs a cause: a date, a purchase, no contact, or a secret.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A run is on. Cancel it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A store cannot move to another legal entity.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A table’s name has letters, digits and underscores, and begins with a letter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A vCard does not say whose customer it is. Name the legal entity, or the store.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A value has no “|”: several values are divided by it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A web page answered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A widget can stand there once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A worker has one client book in a company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Access refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Account roles</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Accounts are matched by “address” or by “domain”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Activity types</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add customer to client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Address books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>After this, no worker with a password could set up the company. Keep one administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Already in a client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Also</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An account of another company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An address there needs this, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An earlier line of this order has another date.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An earlier row defines this measure otherwise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An influence is between -{most} % and +{most} %.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>An organization needs its name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another enrichment writes into a table of this name already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another program is writing. Nothing was lost: try again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another run is on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Another till has taken the pull over. Its values come here, too.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Application ID by which workers sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Application ID for Microsoft Graph, if not Customer Insights’</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>April</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask whether everything fits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most {longest} characters fit, there are {length}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most {longest} characters, please.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>At most {most} days, not {days}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attribute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attribute groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attributes are what workers see of a customer and filter by; a group puts them in order.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Audit lines</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>August</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Birthday wishes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocked by a firewall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Blocked by a policy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both files say the same here now. Look at the two again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both ways</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By which interface values of Customer Insights are read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Catalog</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Certificates that are trusted for clouds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose at least one colleague.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose somebody else than the one who has them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose somebody else than the one whose book it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose somebody else: this is the same customer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose the client book attribute group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Client books have customers under their names</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clienteling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clienteling is a feature: while it is off, tills do not offer client books.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close accounts without a meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Commerce parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Computation in progress</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Confirm the filter settings first; then it can be refined.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connect Customer Insights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent for account engagement of {company}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consents</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer Insights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer add</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer since</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers are in several client books ({count}): {customers}, and more. Leave each of them in one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers are in several client books ({count}): {customers}. Leave each of them in one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers have no column “{name}”. Choose one that the service lists.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers that are organizations have e-mail addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data location</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database connection status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days after a contact until the next one is welcome; 0 is any</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Days before a secret expires from which on administrators are told</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>December</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Declining</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Define attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Distribution jobs bring what was set up to the tills: 1040, 1150, 1110 and 1090.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Drafts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail addresses</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each client book gets its identifier from a number sequence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit activities of others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enable the feature</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Engagement score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter a name for the secret.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the application ID of the Key Vault client.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter the value of the secret key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter {what} first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Erase a customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every 1 to {most} hours, please.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything that {company} keeps about {account}, as of {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export a personal file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Export customers of others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Extended log on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fair</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Fair begins between 1 and 99.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>February</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-up rules</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups of others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For what a token of Customer Insights is asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>For what a token of Microsoft Graph is asked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Former texts of activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Former texts of notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Free space of the database, its log and its copies were cleaned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give the permissions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Global configuration</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Good begins above fair, and not above 100.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Handed over notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello {colleague},

you know {customer}. Would you introduce me, or tell me how best to get in touch?

Thank you
{me}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello,

Clienteling is to compute how much our business accounts and we have to do with each other, from the metadata of mails and meetings of chosen mailboxes: who wrote to whom and when, who met whom for how long. Subjects and texts are never read, and only numbers of accounts are kept for people to see.

For this, the application {application} needs these permissions of Microsoft Graph:
{permissions}

If you agree, please open this page as an administrator of the tenant:
{url}

The mailboxes can be narrowed down by an application access policy of Exchange Online.
</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours between two pulls of Customer Insights; 0 is by hand only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hours for which a till keeps the activity types it has fetched</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many calls to a cloud go out at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How many properties a customer card shows</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How much</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How recent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Important date</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Important dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Improving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Instead of {host} a web page answered. Sign in to the network in a browser, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Interactions come from “files” or from “graph”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It can be asked when what stands above is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It ends before it begins, or never.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It has been edited in the meantime, so it stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It holds the tables of another program. Choose an empty database.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is known where the tenant’s data is</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It is neither a mail nor a meeting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It recurs more often than a meeting can.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was changed while you were working on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was deleted while you were working on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>It was stopped. What has arrived is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its attributes stand on customer cards and filter client books.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Its runs, tables, scores and measures are gone then. The interactions stay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>January</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Job {job} has changes waiting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Job {job} has no version {version}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>July</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>June</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept without a name, because the books of account need it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Key Vault parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Layout assignments</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Least engaged accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Legal entities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lend client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line} is no property: its name and a colon are missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line} of {file} is too long for a table.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: nobody knows the character set {charset}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: {name} is no Base64.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Line {line}: {name} is not in the character set {charset}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List activity types</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock register</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Log on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loyalty cards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>March</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>May</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Measures are built from these columns: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Medium</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merge customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Merged files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Microsoft Entra ID does not know the scope {scope}. Check the settings of the cloud.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Microsoft Entra ID refused the sign-in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Microsoft Entra ID refused the sign-in ({code}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Microsoft Graph does not know any more what has changed. All is read again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Microsoft Graph does not let the application read. The tenant’s administrator has not agreed, or agrees no more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Minutes without a key or a touch after which a till locks itself; 0 is never</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the secret of this application</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name of the secret that is the subscription key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No account engagement is set up yet. Run “clienteling engagement set FILE”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No answer in time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No browser opens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No closed activities</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No credential store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No customer that is an organization has an e-mail address: nothing can be matched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No measure is chosen. This can come later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No password is set for this worker yet. Ask an administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No permission</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No such environment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No trend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No worker here has this company account. Ask an administrator to enter it at your worker’s form in headquarters: object ID {oid}, tenant ID {tid}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No worker may do this yet: {operation}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody asks for the column “{column}” of {file}. A mapping can rename it, or ignore it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody can sign for themselves. Ask somebody else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody could set this up any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has agreed yet that the program may sign in. An administrator of the tenant has to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has confirmed that the company has a licence: Dynamics 365 Sales Premium, or this product’s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody knows the version {version} of vCard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody may do this: {operation}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody signed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of the tenant’s licences has mailboxes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not allowed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not enough information</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not enough information for a trend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not reachable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not trusted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not where the company’s data lies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Notes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing can be saved: the database may only be read. Ask who set this machine up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing for more than 2 years</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing refers to what is not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing waits for “{key}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>November</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number sequences</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Numbers elsewhere</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>October</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On {moment}, {who} erased one customer of {company} for good.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once a day</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once a month</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once a week</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once every couple of weeks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Once every few days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only SQLite and PostgreSQL are supported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only a rule for dates has the name of one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only customers that are persons have e-mail addresses. They are enriched one by one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only numbers have a range.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only somebody who may set up the company can enable it: {who}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only texts can have several values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only texts have a list of values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the author decides for whom a note is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only the worker who did this can undo it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Only what is scheduled has a day.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Operations</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Operations stand once each, in the order of their numbers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other programs were at work: the free space of the database has still to be cleaned.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Permission groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Permission groups say who may view, add, remove and reassign.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Place in the audit’s chain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please agree that mail and meeting metadata of these addresses is processed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please check what was entered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please check what was entered.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please choose 0 to {most} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please choose a colleague of this store.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please choose a day within the next two years.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please confirm</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please fill this in.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please give a list of addresses.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please give a list of mail domains.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please give a list of measures, each with name, column and function.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please give a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please say on which day it starts.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please sign in again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please type the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Poor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Postcodes look different there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Postcodes there look like {example}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Primary address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Primary e-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Primary phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Products</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Proof of erasure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Publish to the tills</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchased products</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchases</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Put the buttons on the screen</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reasons in the audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign customers to a client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Receipts kept without a name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Record of the audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Registers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship intelligence cannot be enabled yet. {reasons}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship intelligence is not enabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Remove customers from client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Removed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Renew the secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reset password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Role</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>SHA-256 of the personal file as it was</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Said to be somebody else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved views</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Say hello</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Screen layouts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search finds every customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search words, mistyped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seconds to wait for a connection to a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Seconds to wait for an answer of a cloud</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>September</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up and run account engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up the company</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Several legal entities have a customer “{account}”. Say which is meant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Share views with the store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign-in for Customer Insights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign-in for the key vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign-in refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Some of these customers are not in this company: {count}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody else changed this</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody has changed the view “{name}” in the meantime. Please look at it anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody has changed these choices in the meantime. Please look at them anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody has changed this follow-up in the meantime. Please look at it anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody was there first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Somebody was there first: this follow-up is no longer open.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is not entered yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something was done with it in the meantime, so it stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something went wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Staff</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stale accounts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steady</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Still mentioned in what belongs to others: please look there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Stores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Strong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switched itself off: there was no consent within 14 days</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Switched off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tasks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The Key Vault secret key is not in the credential store of this machine. Enter it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The administrator’s consent was withdrawn during the run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The alternate customer ID is a column</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer makes no sense</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer of {host} cannot be read. Is the address right?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer of {host} ended in the middle. Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The answer was cut off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The application may not ask for it. Give it Organization.Read.All, or look in the admin centre.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The application may not read it. Give it the role Key Vault Secrets User, or Get in an access policy.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The audit was not changed afterwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The badge is {worker}’s. Now the password, please.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book cannot be sorted by “{sort}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book has been given back already, or lent anew. Please look again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book has gone back by itself.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The book of {owner} is lent to {worker} already, until {until}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The browser did not come back in time. Try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The button “{action}” does not fit into the grid.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The card has no end: END:VCARD is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The card is longer than {most} megabytes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The card {card} is that of customer {account}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The changes are not known any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The client book has changed in the meantime. Please look at it anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clock is put forward that day: there is no such time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clock is wrong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The clock of this machine is wrong by {minutes} minutes. Set it right, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cloud service cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The cloud service cannot be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The code of a badge has {shortest} to {longest} characters that can be printed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The columns of {file} seem to be separated by “{other}”. A mapping can say so: delimiter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The company has a licence for relationship intelligence.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The company’s data lies in {location}, where mail and meetings of Exchange can be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The company’s data lies in {location}. Exchange counts only in {areas}; activities count everywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The credential store is locked</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The credential store is not safe</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The credential store of this machine is locked. Unlock it, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The credential store takes up to {most} characters. Is this the secret’s value?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The credential store {backend} does not keep secrets safe. Remove it; it is not used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The data folder {folder} cannot be made: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The data is newer than the program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database cannot be opened. Check that its folder exists and that you may write there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is busy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is not damaged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database is read-only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database server does not answer. Check the network, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The database server refuses the user or the password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The directory does not tell the tenant’s country.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The disk is full, so nothing was saved. What is there can be read. Free some space and try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The display order of “{name}” is no number from 1 to {highest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The engagement data is in use by another run. Please try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The enrichment is not active.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The enrichment is not there any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The environment answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The feature is off: tills say so at its operations.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file is damaged or is no database of this program. Restore it from a backup; nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file of rejected rows cannot be written: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} cannot be read: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} cannot be written: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} has no column “{column}”, which the mapping names.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} has no column “{column}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} has two columns “{column}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} is damaged, or of another kind.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} is empty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} is no text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} is no text: there are zero bytes. Is it UTF-16, or a spreadsheet?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The file {file} is not in {encoding}: see line {line}, byte {byte}. A mapping can name its encoding.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The firewall of the key vault does not let this machine in. Add its address there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The first run begins six hours after consent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The interactions are being changed. Please try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The interactions cannot be read: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The key was refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last day is before the first one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The layout at register {register} lacks the button of a client book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mailbox is gone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mailbox may not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mail’s date is missing or cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mapping does not say what “{text}” means.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mapping {file} cannot be read: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mapping {file} is wrong at “{key}”: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The measure “{name}” has no single value per customer, so that a card cannot show it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The measures can be shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The meeting cannot be read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The next number is from {before} to {last}: what was given is not given again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number sequence “{code}” has run out. Ask an administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The number sequence “{code}” is not set up. Ask an administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The position is no number from 0 to {highest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program ended during the run. The next run goes on from there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The question was refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The quotes are wrong: one is not closed, or something stands behind a closing one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The rejected rows cannot go to the file that is imported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The row has not as many values as there are columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The row has {fields} fields, the header {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The run is over.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret has expired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret is disabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret is not valid yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret is read from the key vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret is too long</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret key has expired</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret key is in the credential store</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret key is not on this machine</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret key of the application {application} has expired. Make a new one in Microsoft Entra ID.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret key of the application {application} is wrong. Enter its value, not its ID.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}” expired on {day}. Put a new one into the key vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}” is disabled in the key vault. Enable it, or refer to another one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The secret “{name}” is valid from {day} on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sender is no e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service has a failure</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The service has no measure “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings cannot be saved: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The settings file {file} is damaged. Delete it to start anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sign-in has ended or was revoked. Sign in once more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The sign-in was cancelled in the browser, or refused there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The subscription key is read from the key vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tenant and its application are entered</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tenant does not know the application {application}. Check its ID, and the tenant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tenant has Exchange Online</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tenant in Microsoft Entra ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tenant’s administrator has agreed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tenant’s administrator has not agreed yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The tenant’s consent is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The time is missing or impossible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The two are customers of different companies.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The type cannot change while customers have values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The type cannot change: values of {count} customers do not convert. {examples}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The values of {count} customers change from {old} to {new}: {examples}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The view “{name}” is not there any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are columns missing: {missing}. A file of interactions has the columns {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are two measures “{name}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There are {count} addresses, groups resolved. From {fewest} to {most} can be processed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a character that cannot be stored.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a company in this database already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a company in this database already. A demo company needs an empty one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a measure “{name}” already, such as from Customer Insights. Choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is a view “{name}” already. Please choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is an enrichment of this name already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no action “{action}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no attribute group with attributes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no attribute “{name}”. Import the attributes first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no customer {account} in this company.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no customer “{account}” in {company}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no customer “{account}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no data folder for interactions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no data yet in {place}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no day {day}: the first one of a month is 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no day {day}: {month} has {days} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no day {day}: {month} {year} has {days} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no distribution job {number}. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no field “{name}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no file {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no file “{file}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no legal entity “{code}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no mail’s head.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no measure “{name}”. Import its definition first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no month {month}: a year has twelve.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no name {name}. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no operation {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no permission group “{role}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no product “{sku}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no recipient with an e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no rule “{code}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no secret “{name}” in the key vault. Was it deleted? Is the name right?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no secret “{name}” in the list of secrets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no section “{name}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no segment “{name}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no setting “{key}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no store “{code}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such activity in this company.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such activity type in this company.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such customer in this company.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such database on the server.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such follow-up.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such lent book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such merge, or it has been undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such note in this company.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such setting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such tenant, or the key vault belongs to another one. Check the tenant.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no such worker.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no vCard in the file {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no worker {number}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no year {year}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no “{key}” among: {section}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no “{name}” here. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nobody in this client book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is something that is no e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This account does not belong to the company of this till. Choose your company account.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This address is another worker’s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This badge is nobody’s. Sign in with worker ID and password.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This badge is {worker}’s. Take it away there first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This colleague does not know {customer} any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This customer was changed in the meantime: {fields}. Look at it, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This day is over. Please choose today or a later one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This day is still to come.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This has been undone already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is a bug of the program. The log says where it happened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is always there. It can be changed, not deleted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no TOML: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no address of a key vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no database address. Use sqlite:///file or postgresql://...</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no head of an audit: a place, a colon and a hash.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no reference to a secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no table of names and values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is no text in UTF-8.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the card of a customer of the legal entity {code}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the company account of {worker}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is turned off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine has no browser that could be opened. Use another device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine has no credential store that is running. Start one (on Linux: GNOME Keyring or KWallet), then try again. Secrets are kept nowhere else.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This operation cannot be for everybody.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This property cannot be filtered like that any more. Please choose anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This stands here twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This stands in line {first} already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This stands outside of any card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This value comes from the customer's file and is changed there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This was changed in the meantime. Look at it, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This worker is blocked. Ask a manager.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This worker's book does not belong to {store}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Thresholds rise from the first to the last.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Title</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many failed sign-ins at this till. Badges work again in {minutes} min; passwords work now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many questions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Too many wrong passwords. Try again in {minutes} min, or ask a manager to reset it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two buttons of the welcome screen open the own client book and those of the store.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Two buttons share row {row}, column {column}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type {word} to erase this customer. It cannot be undone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Unknown application</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up to three measures stand first on customer cards.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Values arrive</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Very strong</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Very weak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View all customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View customer details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View customers from store client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View customers in client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View relationships</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View the manager’s page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Waits for consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Weak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What an item is known by stays as it is. Make a new one instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What follows the name of a key vault</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where Customer Insights answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where Dataverse answers, if not where the environment says</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where Graph answers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where Microsoft Entra ID signs in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the company’s data lies is not chosen. Exchange counts only in {areas}; activities count everywhere.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether a badge only names its worker, who then types the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether a customer can be in several client books of the legal entity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whether the proxy of this machine is used for clouds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which enrichment? There are: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Which legal entity? There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker ID or password is wrong. After five wrong passwords the worker is locked out for 15 minutes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Workers record what they did with a customer: visits, calls, mails.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Would you introduce me to {customer}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a filter as NAME=VALUE, not “{text}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write a secret as vault://VAULT/SECRET, for instance vault://shop/insights.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write the address as https://NAME.{suffix}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrong scope</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrong secret key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Wrong tenant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You may not do this: {operation}. It is for: {who}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You may set up account engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You may set up the company.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>account engagement ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>activities ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>an administrator at the command line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>changes that wait to be published ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>client books ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>customers ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>customers in client books ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>customers who are being written down ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>customers who were said to be two people ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>earlier texts of activities ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>earlier texts of notes ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>entries of the audit ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>follow-ups ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>follow-ups that were handed over ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>lent client books ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>mailboxes ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>merged customers ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notes ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>notes that were handed over ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>published versions ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>pulls from Customer Insights ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>purchases ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>saved views ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>secrets of Key Vault ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>settings of Customer Insights ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>settings of relationships ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the Key Vault client</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the address of Dataverse</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the alternate customer ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the application ID</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the application by which workers sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the environment</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the name of the secret</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the name of the secret for Microsoft Graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the tenant</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>values of customers ({count})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>with the company account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{company} has no activity type “{code}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} of {total} mailboxes could not be read: they are gone, or a policy keeps them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{customer} is in no client book any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{customer} is in the client book of {holder} by now.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{customer} is in the client book of {holder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{file} is a file of vCards: it holds customers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} cannot be reached. Check the address and the network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} did not answer in time. Try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{host} shows a certificate that this machine does not trust. A company proxy? Set its CA bundle.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{kind} have no column “{column}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{legal_entity} has no activity types.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{legal_entity} has not chosen a number sequence for client books.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{legal_entity} has not chosen its client book attribute group.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{lowest} is more than {highest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: a range has a beginning, an end, or both.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: at most {most} days.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: nobody here is “{text}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: nobody here is “{text}”. There are: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: only one range can be chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: only one value can be chosen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: the range ends before it begins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: “{text}” has no digits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: “{text}” has no letters and no digits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: “{text}” has too many digits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: “{text}” is neither yes nor no.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: “{text}” is neither “last 30”, “more than 60 days” nor a date like 2026-11-22.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: “{text}” is neither “next 30” nor a day like 12-24.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}: “{text}” is no number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{number} is not from {lowest} to {highest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{operation} belongs to the feature “{feature}”, which headquarters has turned off.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{operation} belongs to the feature “{feature}”, which starts on {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{section}: {names}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{section}: {names} and {count} more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{service} does not let the application in. Add the application there as a user with the role Viewer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{service} does not take the question. Check the alternate customer ID and the measures.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{service} does not take the secret or the subscription key. Put a valid one into the key vault.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{service} has no environment or table of this name. Choose one from the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{service} reports a failure of its own ({status}). Try again later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{service} wants a pause. Try again in {seconds} seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{store} belongs to {company}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text} is less than {lowest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{text} is more than {highest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} changed it while you were working on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} changed this customer in the meantime: {fields}. Look at it, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} changed this in the meantime. Look at it, and save again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} does not work here any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} does not work in {store}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} has no badge.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{worker} may not do this either: {operation}. It is for: {who}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“Enable Customer Insights”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{address}” is no mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{file}” is of no kind that is known. There are: {kinds}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{format}” ends with {last}: too few places. Give it more # or &amp;.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{format}” has no place for the next number, {number}. Give it more # or &amp;.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{key}” has no name in {languages}, which workers read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{key}” is there twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” can be: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” has this place already.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” stands in the group twice.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{name}” stays, for it is in use: {where}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{one}” and “{other}” have the same display order {order}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” are several values.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” has too many digits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is a second filter for the same property.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is neither yes nor no.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no ID like 99999999-0000-4000-8000-000000000001.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no colour: plain, accent, weak, or #AARRGGBB.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no country code like FR.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no currency like EUR.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no date like 2026-11-22.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no date like {example}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no date. Write day, month and year.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no day of the year like --11-22.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no e-mail address.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no language like en or pt-BR.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is no time zone like Europe/Paris.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is none of: {known}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is not a whole number.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is not between 1900 and 2199.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{text}” is not in the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{typed}” is no time like 17:20.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is neither yes nor no.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is no whole number from {smallest} to {largest}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is none of: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is not right here. It has to be: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is of the wrong type.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” is written “{stored}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>“{value}” stands in the list twice.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QuickStartPage</name>
        <message>
            <source>A scanned card opens its customer on any page; a long press selects.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Add and remove customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Apply a saved view</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Each card is a customer. Filter at the left: each value says how many it leaves. Keep it as a view.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Filter what is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Find anybody and add them to your book. Select cards to remove them; the message has undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go from card to card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In the store's books filter or select, then say to whom. All are moved or none, with undo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Leave the till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock it: nothing shows, nothing is lost. A colleague can sign in; your work waits for you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock the till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Look through your book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>On the customer's page choose a visit, a call or a note, write, and save. Drafts wait for you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open a customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open my book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open store books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quick start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all that the filter finds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select in my book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Tap a card, or search from anywhere: words in any order, the end of a phone number, a scanned card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The customer before, and the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Undo what was just done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Write down what happened</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Reassign</name>
        <message>
            <source>(optional, stays in the history)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 customer moved to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>1 customer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can be undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose a colleague</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose who gets them, then it stands here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose whose customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move 1 customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Move 1 customer to {name}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Move {count} customers</source>
            <translation>
                <numerusform>Move {count} customer</numerusform>
                <numerusform>Move {count} customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move {count} customers to {name}</source>
            <translation>
                <numerusform>Move {count} customer to {name}</numerusform>
                <numerusform>Move {count} customers to {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>Nobody was moved. Read again who has whom, and go on with the others.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>None of them is in the book of a colleague any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What will happen</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>all {all} customers</source>
            <translation>
                <numerusform>{all} customer</numerusform>
                <numerusform>all {all} customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} chosen of {all} customers</source>
            <translation>
                <numerusform>{count} chosen of {all} customer</numerusform>
                <numerusform>{count} chosen of {all} customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} customers moved to {name}</source>
            <translation>
                <numerusform>{count} customer moved to {name}</numerusform>
                <numerusform>{count} customers moved to {name}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} customers now</source>
            <translation>
                <numerusform>{count} customer now</numerusform>
                <numerusform>{count} customers now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} customers of {holders} colleagues. Choose whose are moved.</source>
            <translation>
                <numerusform>{count} customer of {holders} colleagues. Choose whose are moved.</numerusform>
                <numerusform>{count} customers of {holders} colleagues. Choose whose are moved.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} customers. All of them move, or none.</source>
            <translation>
                <numerusform>{count} customer.</numerusform>
                <numerusform>{count} customers. All of them move, or none.</numerusform>
            </translation>
        </message>
        <message>
            <source>{count} is more than twice the store average of {average}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}’s book begins with {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}’s book grows from {before} to {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}’s book shrinks from {before} to {after}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name}’s book will be empty</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Relationship</name>
        <message numerus="yes">
            <source>%n colleagues know {customer}</source>
            <translation>
                <numerusform>%n colleague knows {customer}</numerusform>
                <numerusform>%n colleagues know {customer}</numerusform>
            </translation>
        </message>
        <message>
            <source>, ours {hours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>A mail to {colleague}. Change what you like.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answered by the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Answered by us</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>As of {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Colleagues who know the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Copy text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail sent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mails</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From activities alone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From activities alone: mail and meetings of Exchange wait for consent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From activities, and from mail and meetings of the people chosen at headquarters. What was written is never read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Get introduced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Graph</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health score in the last six months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How colleagues are shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last and next contact</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Last: {what}, {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>List</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mail and meetings cannot be read now, so the score would be wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meeting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Meetings and visits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Most contacted by {people}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Next: {what}, {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody has been in touch with {customer} within a year.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nothing has happened yet. Write down the first visit, call or letter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open in mail program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Our time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone call</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone calls</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship intelligence is not enabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Task</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The customer’s replies take {hours} hours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The last contact is more than two years ago. A new one begins a new score.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The mail is copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The relationship with the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The score is being computed. Look again in a moment.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There has been one contact so far. A score needs at least two.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine has no mail program. The mail is copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who knows whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who may set up the company enables it at headquarters: health, figures, who knows whom.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>after {hours} h on average</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>last 12 months</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the colleague’s mail address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>the customer’s: {hours}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hours} face to face</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{hours} h</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{made} made, {received} received</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{minutes} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{points} of {most}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{sent} sent, {received} received</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RelationshipPage</name>
        <message numerus="yes">
            <source>%n days left to consent.</source>
            <translation>
                <numerusform>%n day left to consent.</numerusform>
                <numerusform>%n days left to consent.</numerusform>
            </translation>
        </message>
        <message>
            <source>Ask by mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Communication frequency</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Computing health: {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Consent for relationship intelligence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Disable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Discard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enable</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exchange counts in {areas}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Exchange mail and meetings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Figures, health and trend on customer details.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>From {day} on who knows whom and the Exchange part switch themselves off; the rest stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Get started with relationship intelligence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Give consent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Grades</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hello,

please allow that Clienteling uses who wrote to whom and who met whom, and when. What was written is never read.

Microsoft 365 admin centre &gt; Settings &gt; Org settings &gt; Dynamics 365 Applications &gt; Identifiable insights for other users.

Thank you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How each relationship stands, with figures and a health score, and which colleagues know a customer. Both are on from the beginning.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>How it stands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>I confirm that the company has a licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Licence, role, data location</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mail and meetings of people with these roles count. The product’s own activities always do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Mail for an introduction</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not enabled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Not saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Options</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship analytics</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship health</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship intelligence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship intelligence cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Relationship intelligence is disabled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Subject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Take over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The company has a licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is no consent any more since {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There was no consent by {day}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This machine has no mail program. The mail is copied.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Up to five colleagues who can introduce you.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where fair and good begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Where the company’s data lies</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who knows whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who knows whom and the Exchange part have switched themselves off; the rest stays. They are back as soon as there is consent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whose Exchange data is used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>all three are met</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>colleagues found for {some} of {all}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>how much each kind of activity counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>nobody’s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>not met: {needs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>score and grades on cards</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>what %n customers would get now</source>
            <translation>
                <numerusform>what %n customer would get now</numerusform>
                <numerusform>what %n customers would get now</numerusform>
            </translation>
        </message>
        <message>
            <source>{names} stand for names.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Search</name>
        <message>
            <source>Address</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Arrows choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Attribute</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Books of other stores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create a new customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customer {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>E-mail</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enter opens</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Esc closes, what you typed stays</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In no book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>My book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Other books of {store}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Phone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search all stores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Similar</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Similar to “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>more than {count} found</source>
            <translation>
                <numerusform>more than {count} found</numerusform>
                <numerusform>more than {count} found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} found</source>
            <translation>
                <numerusform>{count} found</numerusform>
                <numerusform>{count} found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} similar</source>
            <translation>
                <numerusform>{count} similar</numerusform>
                <numerusform>{count} similar</numerusform>
            </translation>
        </message>
        <message>
            <source>“{text}” is taken over</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SearchPage</name>
        <message>
            <source>Add to my book</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Add {count} to my book</source>
            <translation>
                <numerusform>Add {count} to my book</numerusform>
                <numerusform>Add {count} to my book</numerusform>
            </translation>
        </message>
        <message>
            <source>All are in a book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ask {holder} or a manager.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Change the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Create a new customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Every word you type must begin a word of the name, the phone, e-mail, address, card, customer number or an attribute. Try with less.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>In my book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No customer matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No customer of this store matches</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Nobody was added.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>One customer of another store does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reassign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Results for “{text}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search all stores</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Select all {count}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The search does not answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>They are in no book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Type a name, phone, e-mail, address or customer number, or scan a card.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Whom are you looking for?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You can reassign instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{count} added to your client book; colleagues have {shared} of them as well</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} customers added to your client book</source>
            <translation>
                <numerusform>{count} customer added to your client book</numerusform>
                <numerusform>{count} customers added to your client book</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} customers of other stores do.</source>
            <translation>
                <numerusform>{count} customer of other stores does.</numerusform>
                <numerusform>{count} customers of other stores do.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} selected</source>
            <translation>
                <numerusform>{count} selected</numerusform>
                <numerusform>{count} selected</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} added to your client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{name} added to your client book; {holder} has them as well</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Select</name>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Sessions</name>
        <message>
            <source>Online</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Please sign in again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>That did not work. Please try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Your company account has ended the session, or has other roles now.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SetUp</name>
        <message numerus="yes">
            <source>%n attribute(s), {refined} can be refined</source>
            <translation>
                <numerusform>%n attribute, {refined} can be refined</numerusform>
                <numerusform>%n attributes, {refined} can be refined</numerusform>
            </translation>
        </message>
        <message>
            <source>Change</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose at least one, or define your own on the page.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Do it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Enable now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Make the number sequence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Open the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Publish now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save attributes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Save types</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Set up clienteling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Step {number}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Steps done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The steps could not be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Then bring your customers:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>from a file, or by hand at the till. Ctrl+K finds one, to be added to your book.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>jobs {numbers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>later, if you like</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>operations {numbers}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>starts on {day}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{done} of {steps} done</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SideList</name>
        <message>
            <source>Nothing is called so.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>There is nothing yet.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Choose your name and type your password, or scan your badge.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hide the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Password for {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show the password</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign in with company account</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Signing in…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Someone else</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The password is missing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The password of every worker is {password}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is another till…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>This is the demo company. Nobody here is real.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who are you?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who is signing in?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Worker ID</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Splitting</name>
        <message>
            <source>(optional, stays in the history)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Book then</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>By hand</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Can be undone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose at least one colleague, then it stands here who gets how many.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose colleagues</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose for each</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Choose who gets them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evenly by number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Evenly by spend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Hand over the book</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>Hand over {count} customers</source>
            <translation>
                <numerusform>Hand over {count} customer</numerusform>
                <numerusform>Hand over {count} customers</numerusform>
            </translation>
        </message>
        <message>
            <source>How</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Read again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Spend</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>To whom</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What will happen</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} customers of {name} handed over</source>
            <translation>
                <numerusform>{count} customer of {name} handed over</numerusform>
                <numerusform>{count} customers of {name} handed over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{count} customers of {name}. All of them move, or none.</source>
            <translation>
                <numerusform>{count} customer of {name}.</numerusform>
                <numerusform>{count} customers of {name}. All of them move, or none.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusPage</name>
        <message>
            <source>Check everything</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Checking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Database</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Everything answers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Health</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>No, %n case(s)</source>
            <translation>
                <numerusform>No, %n case</numerusform>
                <numerusform>No, %n cases</numerusform>
            </translation>
        </message>
        <message>
            <source>Place</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Something is not as it should be.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Status</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The data is read and written on this connection; nothing waits to be sent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Time zone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>What is stored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Work can go on. Please show this page to your administrator.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Yes</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Table</name>
        <message>
            <source>Arrows move, Enter opens, Ctrl and a number sorts by that column.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sort: click, or press Ctrl and the column’s number</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TickList</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
        <message>
            <source>Fewer</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Till</name>
        <message>
            <source>Nobody</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{who} only</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>Activity</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited by {worker}, {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Edited, {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Loading</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pinned note</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Planned: {moment}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Purchase</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Show all of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Timeline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Until now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>external</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>internal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>private until handed over</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>receipt {number}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TroublePage</name>
        <message>
            <source>Something unexpected happened. The log says what; nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>The program cannot start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Try again</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Watcher</name>
        <message>
            <source>No connection</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message numerus="yes">
            <source>%n important date(s) this week</source>
            <translation>
                <numerusform>%n important date this week</numerusform>
                <numerusform>%n important dates this week</numerusform>
            </translation>
        </message>
        <message>
            <source>Audit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Books, contacts, leavers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Changes, with undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Connection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl L</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Ctrl N</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Customers from files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Data and services</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>F1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Follow-ups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>History</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Important dates</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Kept for you. {when}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Name, phone, card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>New customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>No important dates in your client book this week.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Opens the customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Quick start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Scan card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Today and overdue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View my client book</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>View store client books</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Who did what, when</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were changing {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were entering a new customer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were setting up account engagement</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>You were writing about {name}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <source>{count} customers</source>
            <translation>
                <numerusform>{count} customer</numerusform>
                <numerusform>{count} customers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{customers} of %n colleague(s)</source>
            <translation>
                <numerusform>{customers} of %n colleague</numerusform>
                <numerusform>{customers} of %n colleagues</numerusform>
            </translation>
        </message>
        <message>
            <source>{day} · {dates}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>{greeting}, {name}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Clear the search</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Clienteling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Pages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Search customers or scan a card</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WorkerMenu</name>
        <message>
            <source>Give a badge…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Lock the till</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>Sign out</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
